#include "ui/views/view.h"
#include "ui/views/views.h"

#include <algorithm>
#include <array>

namespace cartouche::ui {

namespace {

using config::TagKind;

constexpr std::array kViews{
    View{TagKind::View, stackHeight, drawStack, stackStretches},
    View{TagKind::Header, headerHeight, drawHeader, neverStretches},
    View{TagKind::Filter, filterHeight, drawFilter, neverStretches},
    View{TagKind::Choices, choicesHeight, drawChoices, neverStretches},
    View{TagKind::Image, imageHeight, drawImage, alwaysStretches},
    View{TagKind::Broken, brokenHeight, drawBroken, stackStretches},
};

} // namespace

const View* findView(TagKind kind) {
    const auto found = std::ranges::find(kViews, kind, &View::kind);
    return found == kViews.end() ? nullptr : &*found;
}

bool alwaysStretches(const config::Tag&) {
    return true;
}

bool neverStretches(const config::Tag&) {
    return false;
}

} // namespace cartouche::ui
