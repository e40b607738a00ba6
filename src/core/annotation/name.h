#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cartouche::annotation {

/// The name of a tag, as results refer to it: one text in memory for all results that share it.
class Name {
public:
    Name() = default;
    explicit Name(std::string_view text)
        : m_text(text.empty() ? nullptr : std::make_shared<const std::string>(text)) {}

    std::string_view text() const {
        return m_text ? std::string_view(*m_text) : std::string_view();
    }
    bool operator==(const Name& other) const {
        return m_text == other.m_text || text() == other.text();
    }
    bool operator==(std::string_view other) const { return text() == other; }

private:
    std::shared_ptr<const std::string> m_text;
};

} // namespace cartouche::annotation
