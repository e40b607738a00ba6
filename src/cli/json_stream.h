#pragma once

#include <optional>
#include <ostream>
#include <string_view>

namespace cartouche::cli {

/// Writes one JSON value from front to back, without a tree of it. Whoever uses it opens, names and
/// closes in the right order.
class JsonStream {
public:
    explicit JsonStream(std::ostream& out) : m_out(out) {}

    void open(char bracket);
    void close(char bracket);
    /// Of a member, before its value.
    void key(std::string_view name);

    void text(std::string_view value);
    void number(double value);
    /// null for nothing.
    void number(std::optional<double> value);
    void count(std::size_t value);

    /// A member that is a number, or null for nothing.
    void member(std::string_view name, std::optional<double> value);
    /// One that names two things.
    void pair(std::string_view name, std::string_view first, std::string_view second);

private:
    void separate();

    std::ostream& m_out;
    bool m_isFirst = true;
};

} // namespace cartouche::cli
