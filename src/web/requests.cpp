#include "web/requests.h"

#include "core/json/diagnostic_json.h"
#include "core/json/json.h"
#include "core/json/members.h"
#include "core/language/message.h"
#include "web/page.h"
#include "web/params.h"
#include "web/region_requests.h"
#include "web/text_requests.h"

#include <algorithm>
#include <array>
#include <bit>
#include <format>
#include <utility>
#include <vector>

namespace cartouche::web {

namespace {

using json::Json;

std::string diagnosticsReply(const diagnostics::Diagnostics& diagnostics) {
    Json list = Json::array();
    for (const diagnostics::Diagnostic& diagnostic : diagnostics) {
        list.push_back(json::writeDiagnostic(diagnostic));
    }
    return json::writeJson({{"diagnostics", std::move(list)}});
}

void load(Instance& instance, const Params& params, std::string& reply) {
    const std::vector<std::string> interfaces = textsOf(params.value("interfaces"));
    instance.textures.deleteAll();
    instance.app.setKeymap(params.value("keymap"));
    instance.app.load(params.text("config"), params.value("task"), interfaces);
    reply += diagnosticsReply(instance.app.editor().diagnostics());
}

void checkKeymap(Instance& instance, const Params& params, std::string& reply) {
    const auto keys = json::parseJson(params.value("keymap").text());
    reply += diagnosticsReply(
        editor::Keymap().change(keys.value_or(Json()), instance.app.editor().platform()));
}

void setKeymap(Instance& instance, const Params& params, std::string& reply) {
    instance.app.changeKeymap(params.value("keymap"));
    reply += kNothing;
}

void startAnnotation(Instance& instance, const Params& params, std::string& reply) {
    instance.app.startAnnotation(params.value("result"));
    reply += kNothing;
}

void annotations(Instance& instance, const Params&, std::string& reply) {
    reply += instance.app.editor().describeEntries();
}

void selectAnnotation(Instance& instance, const Params& params, std::string& reply) {
    reply += json::writeJson({{"done", instance.app.selectAnnotation(params.text("id"))}});
}

void addAnnotation(Instance& instance, const Params& params, std::string& reply) {
    annotation::Record record;
    record.pk = params.text("pk");
    record.result = params.value("result");
    record.isSkipped = params.flag("skipped");
    reply += json::writeJson({{"id", instance.app.addAnnotation(std::move(record))}});
}

void copyAnnotation(Instance& instance, const Params& params, std::string& reply) {
    const auto copy = instance.app.copyAnnotation(params.text("id"));
    reply += json::writeJson({{"id", copy ? Json(*copy) : Json()}});
}

void deleteAnnotation(Instance& instance, const Params& params, std::string& reply) {
    reply += json::writeJson({{"done", instance.app.removeAnnotation(params.text("id"))}});
}

void setGroundTruth(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setGroundTruth(params.text("id"), params.flag("value"));
    reply += kNothing;
}

void setResults(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setResults(params.text("id"), params.value("result"));
    reply += kNothing;
}

void journal(Instance& instance, const Params& params, std::string& reply) {
    reply +=
        instance.app.takeJournal(textsOf(params.value("known")), textsOf(params.value("renew")));
}

void resume(Instance& instance, const Params& params, std::string& reply) {
    annotation::Record record;
    record.pk = params.text("pk");
    record.result = params.value("result");
    record.leadTime = params.number("leadTime");
    record.parentPrediction = params.text("parentPrediction");
    record.parentAnnotation = params.text("parentAnnotation");
    reply += json::writeJson({{"id", instance.app.resume(params.text("id"), std::move(record),
                                                         params.flag("isSubmitted"))}});
}

void markSaved(Instance& instance, const Params& params, std::string& reply) {
    const bool isThere = instance.app.markSaved(params.text("id"), params.text("pk"));
    reply += json::writeJson({{"done", isThere}});
}

void markUnsaved(Instance& instance, const Params& params, std::string& reply) {
    reply += json::writeJson({{"done", instance.app.markUnsaved(params.text("id"))}});
}

void setReadonly(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setReadonly(params.flag("readonly"));
    reply += kNothing;
}

void setNeighbors(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setNeighbors(
        {.hasPrevious = params.flag("previous"), .hasNext = params.flag("next")});
    reply += kNothing;
}

void setAssist(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setAssist(params.flag("on"), params.flag("acceptsAll"));
    reply += kNothing;
}

void setSuggestions(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setSuggestions(params.value("result"));
    reply += kNothing;
}

void setPrivateData(Instance& instance, const Params& params, std::string& reply) {
    using Mode = editor::PrivateData::Mode;
    const std::string mode = params.text("mode");
    instance.app.setPrivateData(mode == "mask"   ? Mode::Masked
                                : mode == "mark" ? Mode::Marked
                                                 : Mode::Ignored,
                                textsOf(params.value("types")));
    reply += kNothing;
}

void setExpressions(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setExpressions(params.value("expressions"));
    reply += kNothing;
}

void annotation(Instance& instance, const Params& params, std::string& reply) {
    const editor::Editor& editor = instance.app.editor();
    const std::string id = params.text("id");
    const editor::Entry* entry = id.empty() ? &editor.current() : editor.findEntry(id);
    reply +=
        "{\"annotation\":" + (entry == nullptr ? "null" : editor.writeAnnotation(*entry)) + "}";
}

void results(Instance& instance, const Params&, std::string& reply) {
    reply += "{\"result\":";
    instance.app.editor().appendResults(reply);
    reply += '}';
}

void execute(Instance& instance, const Params& params, std::string& reply) {
    const editor::Command* command = editor::findCommand(params.text("command"));
    reply += json::writeJson({{"done", command != nullptr && instance.app.execute(command->id)}});
}

void commands(Instance& instance, const Params&, std::string& reply) {
    const editor::Editor& editor = instance.app.editor();
    Json rows = Json::array();
    for (const editor::Command& command : editor::commandTable()) {
        rows.push_back(
            {{"name", command.name},
             {"label", language::say(command.label)},
             {"hotkey", editor::describeHotkey(editor.keyOf(command.id), editor.platform())},
             {"enabled", editor.canExecute(command.id)}});
    }
    reply += json::writeJson({{"commands", std::move(rows)}});
}

void key(Instance& instance, const Params& params, std::string& reply) {
    const std::string name = params.text("key");
    const editor::KeyPress press{.key = name,
                                 .control = params.flag("control"),
                                 .shift = params.flag("shift"),
                                 .alt = params.flag("alt"),
                                 .meta = params.flag("meta")};
    const bool isHandled =
        params.flag("typing") ? instance.app.pressTypingKey(press) : instance.app.pressKey(press);
    reply += json::writeJson({{"handled", isHandled}});
}

void copyRegions(Instance& instance, const Params&, std::string& reply) {
    const auto text = instance.app.copyRegions();
    reply += json::writeJson({{"text", text ? Json(*text) : Json()}});
}

void pasteRegions(Instance& instance, const Params& params, std::string& reply) {
    reply += json::writeJson({{"count", instance.app.pasteRegions(params.text("text"))}});
}

void holdSpace(Instance& instance, const Params& params, std::string& reply) {
    reply += json::writeJson({{"handled", instance.app.holdSpace(params.flag("held"))}});
}

void activate(Instance& instance, const Params& params, std::string& reply) {
    instance.app.activate(widgetOf(params));
    reply += kNothing;
}

void focus(Instance& instance, const Params& params, std::string& reply) {
    instance.app.focus(widgetOf(params), params.flag("visible"));
    reply += kNothing;
}

void setText(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setText(widgetOf(params), params.text("text"));
    reply += kNothing;
}

void step(Instance& instance, const Params& params, std::string& reply) {
    instance.app.step(widgetOf(params), params.number("by"));
    reply += kNothing;
}

/// At once: what is typed next is not of this answer.
void commitText(Instance& instance, const Params& params, std::string& reply) {
    instance.app.commitText(widgetOf(params));
    instance.app.takeTyped();
    reply += kNothing;
}

void locale(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setLocale(json::treeOf(params.value("locale").text()));
    reply += kNothing;
}

void theme(Instance& instance, const Params& params, std::string& reply) {
    const bool isDark = params.text("theme") == "dark";
    instance.app.setTheme(isDark ? ui::ThemeName::Dark : ui::ThemeName::Light);
    reply += kNothing;
}

ui::ImageState::Stage stageOf(std::string_view state) {
    return state == "ready"    ? ui::ImageState::Stage::Ready
           : state == "failed" ? ui::ImageState::Stage::Failed
                               : ui::ImageState::Stage::Loading;
}

void image(Instance& instance, const Params& params, std::string& reply) {
    ui::ImageState state;
    state.stage = stageOf(params.text("state"));
    state.url = params.text("url");
    if (params.has("progress")) {
        state.progress = params.number("progress");
    }
    state.texture = static_cast<std::uint64_t>(params.number("texture"));
    state.width = static_cast<int>(params.number("width"));
    state.height = static_cast<int>(params.number("height"));
    const auto reduction = static_cast<unsigned>(params.number("reduction"));
    state.levels = std::max(std::bit_width(reduction) - 1, 0);
    state.pages = static_cast<int>(params.number("pages"));
    state.problem = params.text("message");
    const bool isUnreachable = params.text("code") == "image-unreachable";
    const auto failure =
        isUnreachable ? diagnostics::Code::ImageUnreachable : diagnostics::Code::ImageUndecodable;
    instance.app.setImage(std::move(state), failure);
    reply += kNothing;
}

void thumbnail(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setThumbnail(
        params.text("url"), static_cast<std::uint64_t>(params.number("texture")),
        static_cast<int>(params.number("width")), static_cast<int>(params.number("height")));
    reply += kNothing;
}

void imageTile(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setTile(params.text("url"), static_cast<std::uint64_t>(params.number("texture")));
    reply += kNothing;
}

void itemsFetched(Instance& instance, const Params& params, std::string& reply) {
    const bool isThere = json::Cursor(params.value("text").text()).kind() == json::Kind::Text;
    instance.app.setFetchedItems({params.text("url"), textsOf(params.value("path"))},
                                 isThere ? std::optional(params.text("text")) : std::nullopt,
                                 params.text("message"));
    reply += kNothing;
}

std::optional<ui::Notice> readNotice(const json::CheckedText& value) {
    if (value.text() == "null") {
        return std::nullopt;
    }
    const Params params(value);
    const std::string kind = params.text("kind");
    ui::Notice notice;
    notice.kind = kind == "error"     ? ui::Notice::Kind::Error
                  : kind == "success" ? ui::Notice::Kind::Success
                                      : ui::Notice::Kind::Info;
    notice.text = params.text("text");
    notice.action = params.text("action");
    return notice;
}

void notice(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setNotice(readNotice(params.value("notice")));
    reply += kNothing;
}

void unsaved(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setUnsaved(params.text("text"));
    reply += kNothing;
}

void contextRestored(Instance& instance, const Params&, std::string& reply) {
    instance.textures.forgetAll();
    instance.app.contextRestored();
    reply += kNothing;
}

void statistics(Instance& instance, const Params&, std::string& reply) {
    reply += json::writeJson({{"frames", instance.app.frameCount()}, {"heapBytes", heapBytes()}});
}

struct Method {
    std::string_view name;
    /// Appends the reply as JSON text.
    void (*answer)(Instance& instance, const Params& params, std::string& reply);
};

constexpr std::array kMethods{
    Method{"load", load},
    Method{"checkKeymap", checkKeymap},
    Method{"setKeymap", setKeymap},
    Method{"startAnnotation", startAnnotation},
    Method{"annotations", annotations},
    Method{"selectAnnotation", selectAnnotation},
    Method{"addAnnotation", addAnnotation},
    Method{"copyAnnotation", copyAnnotation},
    Method{"deleteAnnotation", deleteAnnotation},
    Method{"setGroundTruth", setGroundTruth},
    Method{"setResults", setResults},
    Method{"journal", journal},
    Method{"resume", resume},
    Method{"region", region},
    Method{"doToRegions", doToRegions},
    Method{"updateRegion", updateRegion},
    Method{"markSaved", markSaved},
    Method{"markUnsaved", markUnsaved},
    Method{"setReadonly", setReadonly},
    Method{"setNeighbors", setNeighbors},
    Method{"setAssist", setAssist},
    Method{"setSuggestions", setSuggestions},
    Method{"setExpressions", setExpressions},
    Method{"setPrivateData", setPrivateData},
    Method{"annotation", annotation},
    Method{"results", results},
    Method{"execute", execute},
    Method{"commands", commands},
    Method{"key", key},
    Method{"copyRegions", copyRegions},
    Method{"pasteRegions", pasteRegions},
    Method{"holdSpace", holdSpace},
    Method{"activate", activate},
    Method{"focus", focus},
    Method{"setText", setText},
    Method{"step", step},
    Method{"commitText", commitText},
    Method{"theme", theme},
    Method{"locale", locale},
    Method{"image", image},
    Method{"imageTile", imageTile},
    Method{"thumbnail", thumbnail},
    Method{"itemsFetched", itemsFetched},
    Method{"textFetched", textFetched},
    Method{"markupRead", markupRead},
    Method{"textHeight", textHeight},
    Method{"textSelect", textSelect},
    Method{"textPress", textPress},
    Method{"textInView", textInView},
    Method{"textEnds", textEnds},
    Method{"notice", notice},
    Method{"unsaved", unsaved},
    Method{"contextRestored", contextRestored},
    Method{"statistics", statistics},
};

std::string failure(std::string_view text) {
    return json::writeJson({{"error", text}});
}

} // namespace

std::string answer(Instance& instance, std::string request) {
    const auto checked = json::checkJson(std::move(request));
    if (!checked || json::Cursor(checked->text()).kind() != json::Kind::Object) {
        return failure("the request is not a JSON object");
    }
    const Params members(*checked);
    const std::string name = members.text("method");
    const auto method = std::ranges::find(kMethods, name, &Method::name);
    if (method == kMethods.end()) {
        return failure(std::format("no method \"{}\"", name));
    }
    if (method->answer != setText && method->answer != commitText) {
        instance.app.takeTyped();
    }
    std::string reply = "{\"ok\":";
    method->answer(instance, Params(members.value("params")), reply);
    reply += '}';
    return reply;
}

} // namespace cartouche::web
