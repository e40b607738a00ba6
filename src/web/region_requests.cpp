#include "web/region_requests.h"

#include "core/json/json.h"

#include <optional>
#include <string_view>

namespace cartouche::web {

namespace {

using Deed = editor::Editor::RegionDeed;

Deed deedOf(std::string_view name) {
    return name == "delete" ? Deed::Delete
           : name == "hide" ? Deed::Hide
           : name == "show" ? Deed::Show
                            : Deed::Select;
}

} // namespace

void region(Instance& instance, const Params& params, std::string& reply) {
    const editor::Editor& editor = instance.app.editor();
    const std::string annotation = params.text("annotation");
    const editor::Entry* entry =
        annotation.empty() ? &editor.current() : editor.findEntry(annotation);
    std::optional<annotation::AreaHandle> handle;
    if (params.has("handle")) {
        handle = annotation::AreaHandle{static_cast<std::uint32_t>(params.number("handle"))};
    }
    reply += "{\"result\":";
    reply += entry == nullptr ? "null" : editor.writeRegion(*entry, params.text("id"), handle);
    reply += '}';
}

void doToRegions(Instance& instance, const Params& params, std::string& reply) {
    const std::size_t count =
        instance.app.doToRegions(deedOf(params.text("deed")), textsOf(params.value("ids")));
    reply += json::writeJson({{"count", count}});
}

void updateRegion(Instance& instance, const Params& params, std::string& reply) {
    const bool isDone = instance.app.updateRegion(params.text("id"), params.value("result"));
    reply += json::writeJson({{"done", isDone}});
}

} // namespace cartouche::web
