#include "cli/json_values.h"

#include <utility>

namespace cartouche::cli {

namespace {

bool isSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

} // namespace

void JsonValues::feed(std::string_view piece) {
    for (const char character : piece) {
        pass(character);
        const bool isWithin = (static_cast<unsigned char>(character) & 0xC0U) == 0x80; // of UTF-8
        m_at.column = character == '\n' ? 1 : m_at.column + (isWithin ? 0 : 1);
        m_at.line += character == '\n' ? 1 : 0;
    }
}

std::optional<diagnostics::Diagnostic> JsonValues::finish() {
    if (!m_isList && m_place == Place::Item && m_depth == 0) {
        endItem(); // a number or a word, which nothing else ends
    }
    const bool isWhole = m_isList ? m_place == Place::End : m_place == Place::BeforeItem;
    if (!isWhole) {
        complain("The file ends in the middle of its JSON; it may be cut off");
    }
    return m_problem;
}

void JsonValues::pass(char character) {
    switch (m_place) {
    case Place::Start:
        if (character == '[') {
            m_isList = true;
            m_place = Place::BeforeItem;
        } else if (!isSpace(character)) {
            begin(character);
        }
        return;
    case Place::BeforeItem:
        if (m_isList && character == ']') {
            if (m_isAfterComma) {
                m_began = m_at;
                endItem();
            }
            endList();
        } else if (m_isList && character == ',') {
            m_began = m_at;
            endItem();
            m_place = Place::BeforeItem;
            m_isAfterComma = true;
        } else if (!isSpace(character)) {
            begin(character);
        }
        return;
    case Place::AfterItem:
        if (character == ',') {
            m_place = Place::BeforeItem;
            m_isAfterComma = true;
        } else if (character == ']') {
            endList();
        } else if (!isSpace(character)) {
            complain("There is something between two items of the list: a comma is missing");
        }
        return;
    case Place::End:
        if (!isSpace(character)) {
            complain("There is something behind the end of the list");
        }
        return;
    case Place::Item:
    case Place::Text:
    case Place::Escape:
        passItem(character);
    }
}

void JsonValues::begin(char character) {
    m_began = m_at;
    m_place = Place::Item;
    m_depth = 0;
    passItem(character);
}

void JsonValues::passItem(char character) {
    if (m_place != Place::Item) {
        m_item += character;
        const bool isInText = m_place == Place::Escape || character != '"';
        m_place = !isInText                                     ? Place::Item
                  : m_place == Place::Text && character == '\\' ? Place::Escape
                                                                : Place::Text;
        return;
    }
    const bool isEnd =
        m_depth == 0 && (m_isList ? character == ',' || character == ']' : isSpace(character));
    if (isEnd) {
        endItem();
        if (m_isList) {
            pass(character);
        }
        return;
    }
    m_item += character;
    if (character == '"') {
        m_place = Place::Text;
    } else if (character == '{' || character == '[') {
        ++m_depth;
    } else if ((character == '}' || character == ']') && --m_depth == 0) {
        endItem();
    }
}

void JsonValues::endItem() {
    m_place = m_isList ? Place::AfterItem : Place::BeforeItem;
    m_isAfterComma = false;
    m_item.resize(m_item.find_last_not_of(" \t\r\n") + 1);
    if (!m_problem) {
        m_onItem({m_item, m_began});
    }
    m_item.clear();
}

void JsonValues::endList() {
    m_place = Place::End;
}

void JsonValues::complain(const char* message) {
    if (!m_problem) {
        m_problem = {diagnostics::Code::JsonSyntax,
                     message,
                     {.line = m_at.line, .column = m_at.column, .pointer = ""}};
    }
}

} // namespace cartouche::cli
