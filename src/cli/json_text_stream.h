#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace cartouche::cli {

/// Writes what is written to it onto another stream as one JSON string, piece by piece. What is no
/// UTF-8 becomes U+FFFD, as in all JSON that is written. `before` stands before the string; neither
/// appears before something is to be written.
class JsonTextStream : public std::ostream {
public:
    JsonTextStream(std::ostream& target, std::string before);

    /// Ends the string.
    void finish();

private:
    class Buffer : public std::streambuf {
    public:
        Buffer(std::ostream& target, std::string before)
            : m_target(target), m_before(std::move(before)) {}
        void write(std::size_t count);
        std::size_t pending() const { return m_pending.size(); }

    protected:
        int_type overflow(int_type character) override;
        std::streamsize xsputn(const char* text, std::streamsize count) override;

    private:
        std::ostream& m_target;
        std::string m_before; // empty once it is written
        std::string m_pending;
    };

    std::ostream& m_target;
    Buffer m_buffer;
};

} // namespace cartouche::cli
