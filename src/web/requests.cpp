#include "web/requests.h"

#include "core/json/diagnostic_json.h"
#include "core/json/json.h"
#include "web/page.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>
#include <vector>

namespace cartouche::web {

namespace {

using json::Json;

// Requests come from our own shell, so a member of the wrong type is a bug there; reading it as
// empty keeps the editor alive.
double numberOf(const Json& params, std::string_view key) {
    const auto found = params.find(key);
    return found != params.end() && found->is_number() ? found->get<double>() : 0;
}

bool flagOf(const Json& params, std::string_view key) {
    const auto found = params.find(key);
    return found != params.end() && found->is_boolean() && found->get<bool>();
}

Json memberOf(const Json& params, std::string_view key) {
    const auto found = params.find(key);
    return found == params.end() ? Json() : *found;
}

std::uint32_t widgetOf(const Json& params) {
    return static_cast<std::uint32_t>(numberOf(params, "id"));
}

Json load(Instance& instance, const Json& params) {
    std::vector<std::string> interfaces;
    for (const Json& name : memberOf(params, "interfaces")) {
        if (name.is_string()) {
            interfaces.push_back(name.get<std::string>());
        }
    }
    instance.textures.deleteAll();
    instance.app.load(json::textMember(params, "config"), memberOf(params, "task"), interfaces);
    Json diagnostics = Json::array();
    for (const auto& diagnostic : instance.app.editor().diagnostics()) {
        diagnostics.push_back(json::writeDiagnostic(diagnostic));
    }
    return {{"diagnostics", std::move(diagnostics)}};
}

Json startAnnotation(Instance& instance, const Json& params) {
    instance.app.startAnnotation(memberOf(params, "result"));
    return Json::object();
}

Json annotation(Instance& instance, const Json&) {
    return {{"annotation", instance.app.editor().writeAnnotation()}};
}

Json execute(Instance& instance, const Json& params) {
    const editor::Command* command = editor::findCommand(json::textMember(params, "command"));
    return {{"done", command != nullptr && instance.app.execute(command->id)}};
}

Json commands(Instance& instance, const Json&) {
    const editor::Editor& editor = instance.app.editor();
    Json rows = Json::array();
    for (const editor::Command& command : editor::commandTable()) {
        rows.push_back({{"name", command.name},
                        {"label", command.label},
                        {"hotkey", editor::describeHotkey(command.hotkey, editor.platform())},
                        {"enabled", editor.canExecute(command.id)}});
    }
    return {{"commands", std::move(rows)}};
}

Json key(Instance& instance, const Json& params) {
    const std::string name = json::textMember(params, "key");
    const editor::KeyPress press{.key = name,
                                 .control = flagOf(params, "control"),
                                 .shift = flagOf(params, "shift"),
                                 .alt = flagOf(params, "alt"),
                                 .meta = flagOf(params, "meta")};
    return {{"handled", instance.app.pressKey(press)}};
}

Json activate(Instance& instance, const Json& params) {
    instance.app.activate(widgetOf(params));
    return Json::object();
}

Json focus(Instance& instance, const Json& params) {
    instance.app.focus(widgetOf(params), flagOf(params, "visible"));
    return Json::object();
}

Json setText(Instance& instance, const Json& params) {
    instance.app.setText(widgetOf(params), json::textMember(params, "text"));
    return Json::object();
}

Json commitText(Instance& instance, const Json& params) {
    instance.app.commitText(widgetOf(params));
    return Json::object();
}

Json theme(Instance& instance, const Json& params) {
    const bool isDark = json::textMember(params, "theme") == "dark";
    instance.app.setTheme(isDark ? ui::ThemeName::Dark : ui::ThemeName::Light);
    return Json::object();
}

ui::ImageState::Stage stageOf(std::string_view state) {
    return state == "ready"    ? ui::ImageState::Stage::Ready
           : state == "failed" ? ui::ImageState::Stage::Failed
                               : ui::ImageState::Stage::Loading;
}

Json image(Instance& instance, const Json& params) {
    ui::ImageState state;
    state.stage = stageOf(json::textMember(params, "state"));
    state.url = json::textMember(params, "url");
    if (memberOf(params, "progress").is_number()) {
        state.progress = numberOf(params, "progress");
    }
    state.texture = static_cast<std::uint64_t>(numberOf(params, "texture"));
    state.width = static_cast<int>(numberOf(params, "width"));
    state.height = static_cast<int>(numberOf(params, "height"));
    state.problem = json::textMember(params, "message");
    const bool isUnreachable = json::textMember(params, "code") == "image-unreachable";
    const auto failure =
        isUnreachable ? diagnostics::Code::ImageUnreachable : diagnostics::Code::ImageUndecodable;
    instance.app.setImage(json::textMember(params, "object"), std::move(state), failure);
    return Json::object();
}

std::optional<ui::Notice> readNotice(const Json& value) {
    if (!value.is_object()) {
        return std::nullopt;
    }
    const std::string kind = json::textMember(value, "kind");
    ui::Notice notice;
    notice.kind = kind == "error"     ? ui::Notice::Kind::Error
                  : kind == "success" ? ui::Notice::Kind::Success
                                      : ui::Notice::Kind::Info;
    notice.text = json::textMember(value, "text");
    notice.action = json::textMember(value, "action");
    return notice;
}

Json notice(Instance& instance, const Json& params) {
    instance.app.setNotice(readNotice(memberOf(params, "notice")));
    return Json::object();
}

Json contextRestored(Instance& instance, const Json&) {
    instance.textures.forgetAll();
    instance.app.contextRestored();
    return Json::object();
}

Json statistics(Instance& instance, const Json&) {
    return {{"frames", instance.app.frameCount()}, {"heapBytes", heapBytes()}};
}

struct Method {
    std::string_view name;
    Json (*answer)(Instance& instance, const Json& params);
};

constexpr std::array kMethods{
    Method{"load", load},
    Method{"startAnnotation", startAnnotation},
    Method{"annotation", annotation},
    Method{"execute", execute},
    Method{"commands", commands},
    Method{"key", key},
    Method{"activate", activate},
    Method{"focus", focus},
    Method{"setText", setText},
    Method{"commitText", commitText},
    Method{"theme", theme},
    Method{"image", image},
    Method{"notice", notice},
    Method{"contextRestored", contextRestored},
    Method{"statistics", statistics},
};

Json failure(std::string_view text) {
    return {{"error", text}};
}

Json answerParsed(Instance& instance, const Json& request) {
    const std::string name = json::textMember(request, "method");
    const auto method = std::ranges::find(kMethods, name, &Method::name);
    if (method == kMethods.end()) {
        return failure(std::format("no method \"{}\"", name));
    }
    const Json params = memberOf(request, "params");
    return {{"ok", method->answer(instance, params.is_object() ? params : Json::object())}};
}

} // namespace

std::string answer(Instance& instance, std::string_view request) {
    const auto parsed = json::parseJson(request);
    if (!parsed || !parsed->is_object()) {
        return json::writeJson(failure("the request is not a JSON object"));
    }
    return json::writeJson(answerParsed(instance, *parsed));
}

} // namespace cartouche::web
