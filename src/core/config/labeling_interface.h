#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"

#include <memory>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// One answer of a Choices control.
struct Choice {
    std::string display; // what is shown: the `value` attribute
    std::string stored;  // what goes into the result: `alias`, else `value`
    std::string hotkey;  // explicit or assigned (spec/tags.md 2.7); empty: none
    std::string hint;
    bool selected = false; // `selected="true"`: chosen in a new annotation
};

enum class ChoiceMode { Single, SingleRadio, Multiple };

/// A Choices control with its answers in document order.
struct ChoicesControl {
    const Tag* tag = nullptr;
    std::string name;
    std::string toName;
    ChoiceMode mode = ChoiceMode::Single;
    bool isRequired = false;
    std::vector<Choice> choices;
};

/// A checked labeling config: the tag tree, and for every control the object that it labels.
/// Immutable. It is usable even when there are diagnostics: parts that are wrong are
/// TagKind::Broken and carry their own problem, and everything else works.
class LabelingInterface {
public:
    const Tag& root() const { return *m_root; }
    const std::vector<const Tag*>& objects() const { return m_objects; }
    const std::vector<ChoicesControl>& choices() const { return m_choices; }

    const Tag* findObject(std::string_view name) const;
    const ChoicesControl* findChoices(std::string_view name) const;
    const ChoicesControl* findChoices(const Tag& tag) const;

    const diagnostics::Diagnostics& diagnostics() const { return m_diagnostics; }

private:
    friend class ConfigReader;

    std::unique_ptr<Tag> m_root;
    std::vector<const Tag*> m_objects;
    std::vector<ChoicesControl> m_choices;
    diagnostics::Diagnostics m_diagnostics;
};

/// Reads a labeling config (spec/tags.md section 1). Never fails: with broken XML the root is one
/// Broken tag. All problems are reported at once, in document order.
LabelingInterface parseLabelConfig(std::string_view xml);

} // namespace cartouche::config
