#include "core/privacy/restore.h"

#include "core/privacy/base64_url.h"
#include "core/privacy/synthetic_iv.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace cartouche::privacy {

namespace {

bool isOfType(char c) {
    return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

bool isInner(char c) {
    return isOfType(c) || (c >= 'a' && c <= 'z') || c == '-' || c == ':';
}

/// The type and the sealed text of what could be a pseudonym between angle brackets.
std::optional<std::pair<std::string_view, Bytes>> readPseudonym(std::string_view inner) {
    const auto colon = inner.find(':');
    if (colon == 0 || colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view type = inner.substr(0, colon);
    auto sealed = std::ranges::all_of(type, isOfType) ? decodeBase64Url(inner.substr(colon + 1))
                                                      : std::nullopt;
    return sealed ? std::optional(std::pair(type, std::move(*sealed))) : std::nullopt;
}

} // namespace

void PseudonymRestorer::feed(std::string_view piece) {
    while (!piece.empty()) {
        if (m_held.empty()) {
            const std::size_t open = std::min(piece.find('<'), piece.size());
            if (open > 0) {
                m_onText(piece.substr(0, open));
            }
            m_held = piece.substr(open, 1);
            piece.remove_prefix(std::min(open + 1, piece.size()));
            continue;
        }
        const auto end = std::ranges::find_if_not(piece, isInner);
        m_held.append(piece.begin(), end);
        piece.remove_prefix(static_cast<std::size_t>(end - piece.begin()));
        if (!piece.empty() && piece.front() == '>') {
            close();
            piece.remove_prefix(1);
        } else if (!piece.empty()) {
            passOn();
        }
    }
}

void PseudonymRestorer::finish() {
    passOn();
}

void PseudonymRestorer::passOn() {
    if (!m_held.empty()) {
        m_onText(m_held);
        m_held.clear();
    }
}

void PseudonymRestorer::close() {
    const auto found = readPseudonym(std::string_view(m_held).substr(1));
    const auto plain = found ? openSiv(m_key, bytesOf(found->first), found->second) : std::nullopt;
    m_count += plain ? 1 : 0;
    m_unknown += found && !plain ? 1 : 0;
    if (plain) {
        m_onText(textOf(*plain));
        m_held.clear();
        return;
    }
    m_held += '>';
    passOn();
}

} // namespace cartouche::privacy
