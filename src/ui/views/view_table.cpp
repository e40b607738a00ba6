#include "core/config/tag_table.h"
#include "editor/image_tool.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

#include <algorithm>
#include <array>

namespace cartouche::ui {

namespace {

using config::TagKind;

constexpr std::array kViews{
    View{TagKind::View, stackHeight, drawStack, stackStretches},
    View{TagKind::Repeater, repeaterHeight, drawRepeater, stackStretches},
    View{TagKind::Collapse, collapseHeight, drawCollapse, neverStretches},
    View{TagKind::Panel, stackHeight, drawStack, stackStretches},
    View{TagKind::Header, headerHeight, drawHeader, neverStretches},
    View{TagKind::Filter, filterHeight, drawFilter, neverStretches},
    View{TagKind::Choices, choicesHeight, drawChoices, neverStretches},
    View{TagKind::Taxonomy, taxonomyHeight, drawTaxonomy, neverStretches},
    View{TagKind::TextArea, textAreaHeight, drawTextArea, neverStretches},
    View{TagKind::Number, numberHeight, drawNumber, neverStretches},
    View{TagKind::Rating, ratingHeight, drawRating, neverStretches},
    View{TagKind::DateTime, dateTimeHeight, drawDateTime, neverStretches},
    View{TagKind::Pairwise, pairwiseHeight, drawPairwise, neverStretches},
    View{TagKind::Ranker, rankerHeight, drawRanker, neverStretches},
    View{TagKind::List, listHeight, drawList, neverStretches},
    View{TagKind::Table, tableHeight, drawTable, neverStretches},
    View{TagKind::Labels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::RectangleLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::EllipseLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::PolygonLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::KeyPointLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::BrushLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::BitmaskLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::VectorLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::OcrLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::PdfLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::Pdf, imageHeight, drawImage, imageStretches},
    View{TagKind::Image, imageHeight, drawImage, imageStretches},
    View{TagKind::Text, textHeight, drawText, textStretches},
    View{TagKind::HyperText, textHeight, drawText, textStretches},
    View{TagKind::HyperTextLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::Paragraphs, textHeight, drawText, textStretches},
    View{TagKind::Chat, textHeight, drawText, textStretches},
    View{TagKind::Dialog, textHeight, drawText, textStretches},
    View{TagKind::Markdown, markdownHeight, drawMarkdown, neverStretches},
    View{TagKind::ParagraphLabels, labelsHeight, drawLabels, neverStretches},
    View{TagKind::Broken, brokenHeight, drawBroken, stackStretches},
};

/// For every kind without a row.
constexpr View kUndrawn{TagKind::Broken, undrawnHeight, drawUndrawn, neverStretches};

/// Parts belong to the view of what holds them; the others have nothing to show.
bool isInvisible(TagKind kind) {
    return editor::toolOf(kind) || kind == TagKind::Style || kind == TagKind::Relations ||
           config::findTag(kind)->role == config::TagRole::Part;
}

} // namespace

const View* findView(TagKind kind) {
    const auto found = std::ranges::find(kViews, kind, &View::kind);
    if (found != kViews.end()) {
        return &*found;
    }
    return isInvisible(kind) ? nullptr : &kUndrawn;
}

bool neverStretches(const Context&, const config::Tag&) {
    return false;
}

} // namespace cartouche::ui
