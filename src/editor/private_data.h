#pragma once

#include "core/privacy/recognize.h"
#include "editor/text_content.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// A part of a text that says something private about somebody, and what it is: "EMAIL_ADDRESS".
struct PrivatePart {
    TextRange range;
    std::string type;
};

/// What is private in one text, and the text without it: masked code unit by code unit, so that all
/// offsets stay what they are. It never moves: the index refers to the text.
class PrivateParts {
public:
    PrivateParts(const privacy::Recognizer& recognizer, const text::TextIndex& text);
    PrivateParts(const PrivateParts&) = delete;
    PrivateParts& operator=(const PrivateParts&) = delete;

    /// In order.
    const std::vector<PrivatePart>& parts() const { return m_parts; }
    const std::string& masked() const { return m_masked; }
    /// Of the masked text.
    std::string_view covered(const TextRange& range) const;

private:
    std::vector<PrivatePart> m_parts;
    std::string m_masked;
    text::TextIndex m_index;
};

/// A type as people write it: "email address".
std::string describePrivate(std::string_view type);

/// Looks for private data in texts before anybody labels them, if the host wants that. What is
/// found is marked, or masked wherever the text is shown; results keep the text as it is.
class PrivateData {
public:
    enum class Mode : std::uint8_t { Ignored, Marked, Masked };

    /// Of these types (privacy::recognizedTypes); of none, of all.
    void set(Mode mode, std::vector<std::string> types);
    Mode mode() const { return m_mode; }
    /// Another number whenever something else is looked for.
    std::size_t revision() const { return m_revision; }

    /// nullptr while nothing is looked for. Each text is searched when it is first asked for.
    const PrivateParts* find(const std::shared_ptr<const TextContent>& content) const;
    /// What may be shown of a part of a text.
    std::string_view shown(const std::shared_ptr<const TextContent>& content,
                           const TextRange& range) const;
    /// Another task.
    void restart() { m_known.clear(); }

private:
    struct Known {
        std::shared_ptr<const TextContent> content;
        std::unique_ptr<const PrivateParts> parts;
    };

    Mode m_mode = Mode::Ignored;
    std::size_t m_revision = 0;
    std::unique_ptr<const privacy::Recognizer> m_recognizer;
    mutable std::vector<Known> m_known;
};

} // namespace cartouche::editor
