#pragma once

#include "core/config/labeling_interface.h"
#include "core/config/source_map.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_node;
class xml_document;
} // namespace pugi

namespace cartouche::config {

/// Makes a LabelingInterface of one XML text: first the tree of tags, each in its place
/// (config_reader.cpp) and with its attributes checked (attribute_reading.cpp), then what refers
/// from one tag to another (name_lookup.cpp), and controls of that (control_binding.cpp).
class ConfigReader {
public:
    /// `data` may be null, and must outlive the reader.
    ConfigReader(std::string_view xml, const json::Json* data);

    LabelingInterface read();

private:
    void readDocument();
    void reportLooseXml();
    std::unique_ptr<Tag> readTag(const pugi::xml_node& node, const TagRow* parent);
    bool isTooMuch(Tag& tag);
    bool checkKind(Tag& tag, const TagRow* row, const TagRow* parent);
    void readChildren(Tag& tag, const pugi::xml_node& node, const TagRow* row);
    void readRepeated(Tag& tag, const pugi::xml_node& node, const TagRow& row);
    std::size_t countRepeats(const Tag& tag);
    void checkUsefulness();
    void finishDiagnostics();

    void readAttributes(Tag& tag, const pugi::xml_node& node, const TagRow& row);
    void readAttribute(Tag& tag, const TagRow& row, const Attribute& attribute);
    void addAttribute(Tag& tag, const Attribute& attribute);
    void checkSpelling(const Tag& tag, const pugi::xml_node& node, const TagRow& row);
    void checkResolver(const Tag& tag, const TagRow& row);
    void checkCompleteness(const Tag& tag, const TagRow& row);
    void readText(Tag& tag, const pugi::xml_node& node, const TagRow& row);
    std::string withIndexes(std::string text) const;

    void collectNames(Tag& tag);
    void checkName(Tag& tag);
    std::vector<std::string> findTargets(const Tag& tag, diagnostics::Diagnostic& problem) const;
    const Tag* inferTarget(const Tag& tag) const;
    bool checkTarget(const Tag& tag, const std::string& target,
                     diagnostics::Diagnostic& problem) const;
    std::string hintFor(const std::string& target) const;

    void bindControls(Tag& tag);
    void bindControl(Tag& tag, const TagRow& row);
    bool isText(std::string_view object) const;
    void addAnswers(const Tag& tag, const TagRow& row, const std::string& toName);
    void bindFilters(Tag& tag);
    void assignAllHotkeys();

    /// `Choices "Pets"`, or `Choices` if it has no name.
    static std::string describe(const Tag& tag);

    void report(diagnostics::Code code, std::string message, const diagnostics::Location& where);
    /// The tag cannot be used: it stays in the tree as the place of its problem.
    void breakTag(Tag& tag, diagnostics::Diagnostic problem);
    diagnostics::Location locate(const char* position) const;

    /// A Repeater's flag, and the index that stands for it in what is being read.
    struct Repeat {
        std::string flag;
        std::size_t index = 0;
    };

    std::string_view m_text;
    const json::Json* m_data;
    SourceMap m_map;
    std::string m_buffer; // parsed in place, so that positions are offsets in it
    LabelingInterface m_interface;
    std::vector<const TagRow*> m_ancestors; // of the tag being read, outermost first
    std::vector<Repeat> m_repeats;          // the same, of Repeaters
    std::size_t m_depth = 0;
    std::size_t m_tagCount = 0;
    std::map<std::string, const Tag*, std::less<>> m_names;
    std::set<std::string, std::less<>> m_brokenNames; // of elements that cannot be used
    std::vector<const Tag*> m_inferable;              // see inferTarget
};

} // namespace cartouche::config
