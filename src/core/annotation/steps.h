#pragma once

#include "core/annotation/annotation.h"

#include <optional>
#include <string>

namespace cartouche::annotation {

/// The only thing that changes an annotation; it knows its inverse.
class Step {
public:
    virtual ~Step() = default;
    virtual void apply(Annotation& document) = 0;
    virtual void revert(Annotation& document) = 0;
};

/// Sets the answer of one Choices control, or removes it.
class SetChoices final : public Step {
public:
    /// `after` empty: the control has no answer. Its fromName must be `fromName`.
    SetChoices(std::string fromName, std::optional<ChoicesResult> after);

    void apply(Annotation& document) override;
    void revert(Annotation& document) override;

private:
    void put(Annotation& document, const std::optional<ChoicesResult>& result) const;

    std::string m_fromName;
    std::optional<ChoicesResult> m_before;
    std::optional<ChoicesResult> m_after;
    std::size_t m_position = 0; // where the result stood, so that undo keeps the order
};

} // namespace cartouche::annotation
