#include "core/annotation/result_types.h"

#include <algorithm>
#include <array>

namespace cartouche::annotation {

namespace {

/// In the order of ResultType.
constexpr std::array kTypes{
    ResultTypeRow{ResultType::Unknown, "", "", AnswerKind::Opaque},
    ResultTypeRow{ResultType::Labels, "labels", "labels", AnswerKind::Labels},
    ResultTypeRow{ResultType::HyperTextLabels, "hypertextlabels", "hypertextlabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::ParagraphLabels, "paragraphlabels", "paragraphlabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::RectangleLabels, "rectanglelabels", "rectanglelabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::EllipseLabels, "ellipselabels", "ellipselabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::PolygonLabels, "polygonlabels", "polygonlabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::KeyPointLabels, "keypointlabels", "keypointlabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::BrushLabels, "brushlabels", "brushlabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::BitmaskLabels, "bitmasklabels", "bitmasklabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::VectorLabels, "vectorlabels", "vectorlabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::TimeSeriesLabels, "timeserieslabels", "timeserieslabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::TimelineLabels, "timelinelabels", "timelinelabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::OcrLabels, "ocrlabels", "ocrlabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::PdfLabels, "pdflabels", "pdflabels", AnswerKind::Labels},
    ResultTypeRow{ResultType::VideoVectorLabels, "videovectorlabels", "videovectorlabels",
                  AnswerKind::Labels},
    ResultTypeRow{ResultType::Rectangle, "rectangle", "", AnswerKind::None},
    ResultTypeRow{ResultType::Ellipse, "ellipse", "", AnswerKind::None},
    ResultTypeRow{ResultType::Polygon, "polygon", "", AnswerKind::None},
    ResultTypeRow{ResultType::KeyPoint, "keypoint", "", AnswerKind::None},
    ResultTypeRow{ResultType::Brush, "brush", "", AnswerKind::None},
    ResultTypeRow{ResultType::MagicWand, "magicwand", "", AnswerKind::None},
    ResultTypeRow{ResultType::Bitmask, "bitmask", "", AnswerKind::None},
    ResultTypeRow{ResultType::Vector, "vector", "", AnswerKind::None},
    ResultTypeRow{ResultType::VideoRectangle, "videorectangle", "labels", AnswerKind::Labels},
    ResultTypeRow{ResultType::VideoVector, "videovector", "labels", AnswerKind::Labels},
    ResultTypeRow{ResultType::Choices, "choices", "choices", AnswerKind::Choices},
    ResultTypeRow{ResultType::Taxonomy, "taxonomy", "taxonomy", AnswerKind::Paths},
    ResultTypeRow{ResultType::TextArea, "textarea", "text", AnswerKind::Texts},
    ResultTypeRow{ResultType::Number, "number", "number", AnswerKind::Number},
    ResultTypeRow{ResultType::Rating, "rating", "rating", AnswerKind::Number},
    ResultTypeRow{ResultType::DateTime, "datetime", "datetime", AnswerKind::Text},
    ResultTypeRow{ResultType::Pairwise, "pairwise", "selected", AnswerKind::Text},
    ResultTypeRow{ResultType::Ranker, "ranker", "ranker", AnswerKind::Columns},
    ResultTypeRow{ResultType::ChatMessage, "chatmessage", "chatmessage", AnswerKind::Opaque},
    ResultTypeRow{ResultType::ReactCode, "reactcode", "reactcode", AnswerKind::Opaque},
};

} // namespace

std::span<const ResultTypeRow> resultTypes() {
    return kTypes;
}

const ResultTypeRow& resultTypeRow(ResultType type) {
    return kTypes[static_cast<std::size_t>(type)];
}

ResultType findResultType(std::string_view name) {
    if (name == "htmllabels") { // spec/results.md 7, rule 2
        return ResultType::HyperTextLabels;
    }
    const auto found = std::ranges::find(kTypes, name, &ResultTypeRow::name);
    return found == kTypes.end() ? ResultType::Unknown : found->type;
}

} // namespace cartouche::annotation
