#include "cli/json_stream.h"

#include "core/json/json.h"

#include <cmath>
#include <format>
#include <string>

namespace cartouche::cli {

void JsonStream::member(std::string_view name, std::optional<double> value) {
    key(name);
    number(value);
}

void JsonStream::pair(std::string_view name, std::string_view first, std::string_view second) {
    key(name);
    open('[');
    text(first);
    text(second);
    close(']');
}

void JsonStream::separate() {
    if (!m_isFirst) {
        m_out << ',';
    }
    m_isFirst = false;
}

void JsonStream::open(char bracket) {
    separate();
    m_out << bracket;
    m_isFirst = true;
}

void JsonStream::close(char bracket) {
    m_out << bracket;
    m_isFirst = false;
}

void JsonStream::key(std::string_view name) {
    separate();
    m_out << json::writeJson(json::Json(std::string(name))) << ':';
    m_isFirst = true;
}

void JsonStream::text(std::string_view value) {
    separate();
    m_out << json::writeJson(json::Json(std::string(value)));
}

void JsonStream::number(double value) {
    separate();
    // JSON has no infinities; the shortest digits that read as the same number.
    m_out << (std::isfinite(value) ? std::format("{}", value) : "null");
}

void JsonStream::number(std::optional<double> value) {
    if (value) {
        number(*value);
    } else {
        separate();
        m_out << "null";
    }
}

void JsonStream::count(std::size_t value) {
    separate();
    m_out << value;
}

} // namespace cartouche::cli
