// Annotations as large as we promise: a million regions natively, a hundred thousand in a page.

#include "core/annotation/edit.h"
#include "support/results.h"

#include <doctest/doctest.h>

#include <format>

using namespace cartouche;
using namespace cartouche::annotation;

namespace {

#if defined(__EMSCRIPTEN__) || defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kCount = 100'000;
#else
constexpr std::size_t kCount = 1'000'000;
#endif

std::string manyRectangles() {
    std::string text = "[";
    for (std::size_t index = 0; index < kCount; ++index) {
        text += std::format(
            R"({}{{"id":"{:010}","from_name":"l","to_name":"i","type":"rectanglelabels","value":{{"x":{},"y":2.5,"width":3,"height":4,"rectanglelabels":["Car"]}}}})",
            index > 0 ? "," : "", index, index % 97);
    }
    return text + "]";
}

} // namespace

TEST_CASE("an annotation of very many regions is loaded, changed, undone and saved") {
    const std::string text = manyRectangles();
    History history;
    history.restart(tests::load(text).document);
    CHECK(history.document().areas().slotCount() == kCount);
    CHECK((tests::saved(history.document()) == text));

    const AreaHandle last = history.document().findArea(std::format("{:010}", kCount - 1)).value();
    std::vector<AreaHandle> all;
    std::ranges::copy(history.document().areas().handles(), std::back_inserter(all));
    Edit edit(history, "");
    edit.setShape(last, geometry::Rectangle{1, 2, 3, 4, 0});
    edit.commit();
    CHECK(tests::saved(history.document()).size() != text.size());
    Edit sweep(history, "");
    sweep.removeAreas(all);
    sweep.commit();
    CHECK(tests::saved(history.document()) == "[]");
    history.undo();
    history.undo();
    CHECK((tests::saved(history.document()) == text));
}
