#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>

namespace cartouche::cli {

/// A file that takes the place of another one only once it is whole: until then it has that one's
/// name with ".new" behind it.
class DraftFile {
public:
    explicit DraftFile(std::string path)
        : m_path(std::move(path)), m_stream(m_path + kEnding, std::ios::binary) {}

    std::ostream& stream() { return m_stream; }

    void drop() {
        m_stream.close();
        std::error_code ignored;
        std::filesystem::remove(m_path + kEnding, ignored);
    }

    /// Returns whether it could be written; if not, nothing is left of it.
    bool keep() {
        m_stream.close();
        std::error_code error;
        if (m_stream) {
            std::filesystem::rename(m_path + kEnding, m_path, error);
        }
        const bool isKept = m_stream && !error;
        if (!isKept) {
            drop();
        }
        return isKept;
    }

private:
    static constexpr const char* kEnding = ".new";

    std::string m_path;
    std::ofstream m_stream;
};

} // namespace cartouche::cli
