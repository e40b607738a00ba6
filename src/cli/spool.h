#pragma once

#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace cartouche::cli {

/// Text that comes while something else is written, and follows it: in a file that has no name and
/// goes with the tool; in memory where there can be none.
class Spool {
public:
    void write(std::string_view text) {
        if (m_file) {
            std::fwrite(text.data(), 1, text.size(), m_file.get());
        } else {
            m_text += text;
        }
    }

    /// Returns whether all of it was there.
    bool copyTo(std::ostream& out) {
        out << m_text;
        if (!m_file) {
            return true;
        }
        const bool isWritten = std::fflush(m_file.get()) == 0 && std::ferror(m_file.get()) == 0;
        std::rewind(m_file.get());
        std::string piece(1U << 16U, '\0');
        for (std::size_t count = piece.size(); count == piece.size();) {
            count = std::fread(piece.data(), 1, piece.size(), m_file.get());
            out << std::string_view(piece).substr(0, count);
        }
        return isWritten && std::ferror(m_file.get()) == 0;
    }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file{std::tmpfile()};
    std::string m_text;
};

} // namespace cartouche::cli
