#include "core/annotation/edit.h"
#include "core/annotation/result_json.h"

#include <cstdlib>

using namespace cartouche;

namespace {

void require(bool isSo) {
    if (!isSo) {
        std::abort();
    }
}

annotation::Document read(std::string text) {
    diagnostics::Diagnostics problems;
    const auto checked = json::checkJson(std::move(text));
    require(checked.has_value()); // what we write is JSON
    return annotation::readResults(*checked, [] { return std::string("id"); }, problems);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(bytes), size);
    if (!json::checkJson(text)) {
        return 0;
    }
    // What was written once is written as the same again; a change that is undone leaves no trace.
    annotation::History history;
    history.restart(read(std::move(text)));
    const std::string written = annotation::writeResults(history.document());
    require(annotation::writeResults(read(written)) == written);
    annotation::Edit edit(history, "");
    for (std::uint32_t index = 0; index < history.document().areas().slotCount(); ++index) {
        edit.setNote({index}, "note");
        edit.setShape({index}, geometry::Rectangle{1, 2, 3, 4, 5});
    }
    edit.removeAreas(std::array{annotation::AreaHandle{0}});
    edit.commit();
    read(annotation::writeResults(history.document()));
    history.undo();
    require(annotation::writeResults(history.document()) == written);
    return 0;
}
