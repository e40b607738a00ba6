#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"

#include <memory>
#include <span>
#include <string>
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
    std::string html;      // shown instead of `display`; not sanitised
    std::string color;     // CSS, of a Taxonomy's item; empty: none
    bool isReadonly = false;
    bool isUnfetched = false; // it holds others, which are yet to be asked for
    /// Of Choices with `allowNested` and of Taxonomy; what is stored is then the path to the
    /// answer.
    std::vector<Choice> children;
};

enum class ChoiceMode { Single, SingleRadio, Multiple };

/// A control of any kind, and the objects that it labels.
struct Control {
    const Tag* tag = nullptr;
    std::string name;
    std::vector<std::string> toNames; // one, except for Pairwise and Ranker
};

/// A Choices control with its answers in document order, those of the task's data last.
struct ChoicesControl {
    const Tag* tag = nullptr;
    std::string name;
    std::string toName;
    ChoiceMode mode = ChoiceMode::Single;
    bool isRequired = false;
    /// Answers belong to a region, and there is nothing to answer without one (spec/tags.md 2.4).
    bool isPerRegion = false;
    std::vector<Choice> choices;

    /// Answers hold others, and what is stored is paths.
    bool isNested() const { return tag->flag("allowNested"); }
};

/// A Taxonomy control with its tree. What stands at its `apiUrl` is not here until addItems().
struct TaxonomyControl {
    const Tag* tag = nullptr;
    std::string name;
    std::string toName;
    bool isRequired = false;
    bool isPerRegion = false;
    /// It labels regions of a text, instead of answering something about an object.
    bool isLabeling = false;
    std::vector<Choice> items;

    /// Where its items are to be fetched from; empty: nowhere.
    std::string_view address() const { return tag->flag("legacy") ? "" : tag->text("apiUrl"); }
    /// By its path, as it is stored; nullptr: there is none.
    const Choice* find(std::span<const std::string> path) const;
};

/// One label of a control that labels regions.
struct Label {
    std::string display; // what is shown: the parsed `value`
    std::string stored;  // what goes into the result: `alias`, else `value` as it is written
    std::string hotkey;  // explicit or assigned; empty: none
    std::string color;   // CSS: `background`, else the reference's own colour for this value
    std::string hint;
    bool selected = false;       // armed in a new annotation
    std::string html;            // shown instead of `display`; not sanitised
    std::string maxUsages;       // as written; empty: the control's
    std::string granularity;     // empty: the object's
    std::string groupCanContain; // labels that may be nested in it, separated by commas
    std::string shownAlias;      // beside what is shown; empty: it is not
    std::string aliasStyle;      // CSS, of that
    std::string selectedColor;   // CSS, of the text of the armed label; empty: as of others
};

/// Labels, or a control such as RectangleLabels, with its labels in document order.
struct LabelsControl {
    const Tag* tag = nullptr;
    std::string name;
    std::string toName;
    std::vector<Label> labels;
};

/// A checked labeling config: the tag tree, and for every control the object that it labels.
/// Immutable, but for items that are fetched. It is usable even when there are diagnostics: parts
/// that are wrong are TagKind::Broken and carry their own problem, and everything else works.
class LabelingInterface {
public:
    const Tag& root() const { return *m_root; }
    const std::vector<const Tag*>& objects() const { return m_objects; }
    /// Every control, in document order.
    const std::vector<Control>& controls() const { return m_controls; }
    const std::vector<ChoicesControl>& choices() const { return m_choices; }
    const std::vector<LabelsControl>& labels() const { return m_labels; }
    const std::vector<TaxonomyControl>& taxonomies() const { return m_taxonomies; }

    const Tag* findObject(std::string_view name) const;
    const Control* findControl(const Tag& tag) const;
    const ChoicesControl* findChoices(std::string_view name) const;
    const ChoicesControl* findChoices(const Tag& tag) const;
    const LabelsControl* findLabels(const Tag& tag) const;
    const TaxonomyControl* findTaxonomy(const Tag& tag) const;
    const TaxonomyControl* findTaxonomy(std::string_view name) const;

    /// Items of a Taxonomy are to be fetched: those that are written in the config go.
    void awaitItems(const Tag& taxonomy);
    /// Items that were fetched: those within the item of that path, or the first ones if it is
    /// empty. Others stay where they are. False if nothing was to be fetched there.
    bool addItems(const Tag& taxonomy, std::span<const std::string> path,
                  std::vector<Choice> items);

    const diagnostics::Diagnostics& diagnostics() const { return m_diagnostics; }

private:
    friend class ConfigReader;

    std::unique_ptr<Tag> m_root;
    std::vector<const Tag*> m_objects;
    std::vector<Control> m_controls;
    std::vector<ChoicesControl> m_choices;
    std::vector<LabelsControl> m_labels;
    std::vector<TaxonomyControl> m_taxonomies;
    diagnostics::Diagnostics m_diagnostics;
};

/// Reads a labeling config (spec/tags.md section 1), UTF-8 with or without a byte order mark. Never
/// fails: with broken XML the root is one Broken tag. All problems are reported at once, in
/// document order; a config that the reference opens has no errors among them.
///
/// `data` is the task's: Repeater repeats its content, and Choices and Labels take answers from it.
/// Without it a Repeater's content stands once, for index 0.
LabelingInterface parseLabelConfig(std::string_view xml, const json::Json* data = nullptr);

} // namespace cartouche::config
