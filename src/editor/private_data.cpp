#include "editor/private_data.h"

#include "core/language/message.h"
#include "core/text/utf8.h"
#include "editor/ascii_case.h"
#include "editor/private_types_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using text::Unit;

/// A block for each code unit; white space stays, and with it the lines.
void appendMasked(std::string& masked, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Character character = text::characterAt(text, at);
        const std::string_view bytes = text.substr(at, character.bytes);
        if (bytes == " " || bytes == "\n" || bytes == "\r" || bytes == "\t") {
            masked += bytes;
        } else {
            for (std::size_t unit = 0; unit < character.codeUnits; ++unit) {
                masked += "█";
            }
        }
        at += character.bytes;
    }
}

std::vector<PrivatePart> partsOf(const std::vector<privacy::Span>& spans,
                                 const text::TextIndex& index) {
    std::vector<PrivatePart> parts;
    for (const privacy::Span& span : spans) {
        parts.push_back({{index.find(Unit::Byte, span.begin).codeUnit,
                          index.find(Unit::Byte, span.end).codeUnit},
                         span.type});
    }
    return parts;
}

std::string mask(const std::vector<PrivatePart>& parts, const text::TextIndex& index) {
    std::string masked;
    text::Place done;
    for (const PrivatePart& part : parts) {
        const text::Place start = index.find(Unit::CodeUnit, part.range.start);
        const text::Place end = index.find(Unit::CodeUnit, part.range.end);
        masked += index.between(done, start);
        appendMasked(masked, index.between(start, end));
        done = end;
    }
    masked += index.between(done, index.end());
    return masked;
}

} // namespace

PrivateParts::PrivateParts(const privacy::Recognizer& recognizer, const text::TextIndex& text)
    : m_parts(partsOf(recognizer.find(text.text()), text)), m_masked(mask(m_parts, text)),
      m_index(m_masked) {}

std::string_view PrivateParts::covered(const TextRange& range) const {
    return m_index.between(m_index.find(Unit::CodeUnit, range.start),
                           m_index.find(Unit::CodeUnit, range.end));
}

std::string describePrivate(std::string_view type) {
    const auto known = std::ranges::find(privateTypes(), type, &PrivateType::type);
    if (known != privateTypes().end()) {
        return language::say(known->name);
    }
    std::string words = lowered(type); // one that is younger than the table
    std::ranges::replace(words, '_', ' ');
    return words;
}

void PrivateData::set(Mode mode, std::vector<std::string> types) {
    m_mode = mode;
    ++m_revision;
    m_known.clear();
    m_recognizer.reset();
    if (mode != Mode::Ignored) {
        privacy::RecognizeOptions options;
        options.types = std::move(types);
        m_recognizer = std::make_unique<const privacy::Recognizer>(std::move(options));
    }
}

const PrivateParts* PrivateData::find(const std::shared_ptr<const TextContent>& content) const {
    if (!m_recognizer || !content) {
        return nullptr;
    }
    auto known = std::ranges::find(m_known, content, &Known::content);
    if (known == m_known.end()) {
        m_known.push_back(
            {content, std::make_unique<const PrivateParts>(*m_recognizer, content->index())});
        known = std::prev(m_known.end());
    }
    return known->parts.get();
}

std::string_view PrivateData::shown(const std::shared_ptr<const TextContent>& content,
                                    const TextRange& range) const {
    const PrivateParts* found = m_mode == Mode::Masked ? find(content) : nullptr;
    return found == nullptr ? content->covered(range) : found->covered(range);
}

} // namespace cartouche::editor
