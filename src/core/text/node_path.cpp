#include "core/text/node_path.h"

#include <charconv>
#include <format>
#include <ranges>

namespace cartouche::text {

namespace {

constexpr std::string_view kTextStep = "text()";

/// The number within `[…]`; nothing if it is none, or 0.
std::optional<std::size_t> parseOrdinal(std::string_view text) {
    std::size_t ordinal = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, ordinal);
    const bool isWhole = parsed.ec == std::errc() && parsed.ptr == end;
    return isWhole && ordinal > 0 ? std::optional(ordinal) : std::nullopt;
}

std::optional<PathStep> parseStep(std::string_view text) {
    std::optional<std::size_t> ordinal = 1;
    if (const std::size_t bracket = text.find('['); bracket != std::string_view::npos) {
        if (!text.ends_with(']')) {
            return std::nullopt;
        }
        ordinal = parseOrdinal(text.substr(bracket + 1, text.size() - bracket - 2));
        text = text.substr(0, bracket);
    }
    if (!ordinal || text.empty()) {
        return std::nullopt;
    }
    PathStep step{std::string(text), *ordinal};
    for (char& letter : step.name) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    if (step.name == kTextStep) {
        step.name.clear();
    }
    return step;
}

} // namespace

std::optional<NodePath> parseNodePath(std::string_view text) {
    if (!text.starts_with('/')) {
        return std::nullopt;
    }
    NodePath path;
    if (text.size() == 1) {
        return path;
    }
    for (const auto part : std::views::split(text.substr(1), '/')) {
        auto step = parseStep(std::string_view(part));
        if (!step) {
            return std::nullopt;
        }
        path.push_back(*std::move(step));
    }
    return path;
}

std::string writeNodePath(const NodePath& path) {
    std::string text;
    for (const PathStep& step : path) {
        text += std::format("/{}[{}]", step.name.empty() ? kTextStep : std::string_view(step.name),
                            step.ordinal);
    }
    return text.empty() ? "/" : text;
}

} // namespace cartouche::text
