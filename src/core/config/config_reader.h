#pragma once

#include "core/config/labeling_interface.h"
#include "core/config/source_map.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_node;
class xml_document;
} // namespace pugi

namespace cartouche::config {

/// Makes a LabelingInterface of one XML text: first the tree of tags, each checked by itself
/// (config_reader.cpp), then what refers from one tag to another (bindings.cpp).
class ConfigReader {
public:
    explicit ConfigReader(std::string_view xml);

    LabelingInterface read();

private:
    void readDocument();
    std::unique_ptr<Tag> readTag(const pugi::xml_node& node, const TagRow* parent, int depth);
    void readAttributes(Tag& tag, const pugi::xml_node& node, const TagRow& row);
    void readAttribute(Tag& tag, const TagRow& row, const Attribute& attribute);
    static void readText(Tag& tag, const pugi::xml_node& node, const TagRow& row);
    void readChildren(Tag& tag, const pugi::xml_node& node, const TagRow* row, int depth);
    bool checkKind(Tag& tag, const TagRow* row, const TagRow* parent);
    bool isInPlace(const TagRow& row, const TagRow* parent) const;

    void collectNames(Tag& tag);
    void checkName(Tag& tag);
    void bindControls(Tag& tag);
    void bindChoices(Tag& tag);
    void bindFilter(Tag& tag);
    std::string findTarget(const Tag& tag, diagnostics::Diagnostic& problem) const;
    void inferTarget(const Tag& tag, std::string& target, diagnostics::Diagnostic& problem) const;
    std::vector<Choice> collectChoices(const Tag& tag) const;

    void report(diagnostics::Code code, std::string message, const diagnostics::Location& where);
    /// The tag cannot be used: it stays in the tree as the place of its problem.
    void breakTag(Tag& tag, diagnostics::Diagnostic problem);
    diagnostics::Location locate(const char* position) const;

    std::string_view m_text;
    SourceMap m_map;
    std::string m_buffer; // parsed in place, so that positions are offsets in it
    LabelingInterface m_interface;
    std::vector<const TagRow*> m_ancestors; // of the tag being read, outermost first
    std::map<std::string, const Tag*, std::less<>> m_names;
};

} // namespace cartouche::config
