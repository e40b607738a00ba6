#pragma once

#include "core/annotation/annotation.h"

#include <cstddef>
#include <optional>
#include <string>

namespace cartouche::annotation {

/// The only thing that changes an annotation; it knows its inverse. apply() and revert() alternate.
class Step {
public:
    Step() = default;
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    virtual ~Step() = default;

    virtual void apply(Annotation& document) = 0;
    virtual void revert(Annotation& document) = 0;
};

/// Sets the answer of one Choices control, or takes it away.
class SetChoices final : public Step {
public:
    /// `answer` empty: the control has none afterwards. Its fromName must be `fromName`.
    SetChoices(std::string fromName, std::optional<ChoicesResult> answer);

    void apply(Annotation& document) override;
    void revert(Annotation& document) override;

private:
    void exchange(Annotation& document);

    std::string m_fromName;
    std::optional<ChoicesResult> m_other;  // what the document does not hold at the moment
    std::optional<std::size_t> m_position; // where a result that was taken away stood
};

/// Puts another annotation in the place of the whole document.
class ReplaceAll final : public Step {
public:
    explicit ReplaceAll(Annotation document);

    void apply(Annotation& document) override;
    void revert(Annotation& document) override;

private:
    Annotation m_other;
};

} // namespace cartouche::annotation
