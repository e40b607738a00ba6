#pragma once

#include "core/json/json.h"
#include "editor/editor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <format>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::tests {

/// An image of 200 x 100 pixels that is labeled on a stage of twice its size, so that a CSS pixel
/// is half a pixel of it. Points are in percent of the image. Or any other task.
class Labeling {
public:
    explicit Labeling(std::string_view config, std::string_view annotations = "[]",
                      std::string_view data = R"({"image":"x"})",
                      const std::vector<std::string>& interfaces = {})
        : editor({.newId = [count = 0]() mutable { return "id" + std::to_string(++count); },
                  .nowMs = [] { return 0.0; }},
                 [this](const editor::Event& event) { events.push_back(event); }) {
        const std::string task =
            std::format(R"({{"data":{},"annotations":[{{"result":{}}}]}})", data, annotations);
        editor.load(config, json::checkJson(task).value(), interfaces);
        if (!editor.images().empty()) {
            editor.setImageSize(image(), {200, 100});
            image().viewport().setStage({400, 200});
        }
    }

    editor::ImageWorkspace& image() { return *editor.images().front(); }

    json::Json results() const {
        std::string text;
        editor.appendResults(text);
        return json::Json::parse(text);
    }

    std::vector<std::string> problems() const {
        std::vector<std::string> messages;
        std::ranges::transform(editor.diagnostics(), std::back_inserter(messages),
                               &diagnostics::Diagnostic::message);
        return messages;
    }

    void press(std::string_view control, std::string_view label) {
        const auto& [labels, found] = find(control, label);
        editor.pressLabel({*labels, *found});
    }
    bool isActive(std::string_view control, std::string_view label) {
        const auto& [labels, found] = find(control, label);
        return editor.regions().isActive({*labels, *found});
    }

    editor::ImageWorkspace::Pointer at(geometry::Point percent) {
        editor::ImageWorkspace::Pointer pointer = held;
        pointer.at = image().viewport().toStage(geometry::toPixels(percent, {200, 100}));
        pointer.timeMs = timeMs;
        return pointer;
    }
    void down(geometry::Point percent) { image().press(at(percent)); }
    void move(geometry::Point percent) { image().move(at(percent)); }
    void up(geometry::Point percent) { image().release(at(percent)); }
    /// Long after the last one, so that it is no double click.
    void click(geometry::Point percent) {
        timeMs += 1000;
        move(percent);
        down(percent);
        up(percent);
    }
    void drag(geometry::Point from, geometry::Point to) {
        timeMs += 1000;
        move(from);
        down(from);
        move({(from.x + to.x) / 2, (from.y + to.y) / 2});
        move(to);
        up(to);
    }

    std::vector<editor::Event> events;
    editor::Editor editor;
    editor::ImageWorkspace::Pointer held{}; // keys and button of what follows
    double timeMs = 0;

private:
    std::pair<const config::LabelsControl*, const config::Label*>
    find(std::string_view control, std::string_view label) const {
        for (const config::LabelsControl& labels : editor.interface().labels()) {
            const auto found = std::ranges::find(labels.labels, label, &config::Label::display);
            if (labels.name == control && found != labels.labels.end()) {
                return {&labels, &*found};
            }
        }
        FAIL("no such label");
        return {};
    }
};

} // namespace cartouche::tests
