#pragma once

#include "cli/check.h"
#include "cli/json_values.h"
#include "cli/redactor.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::cli {

/// Writes Label Studio tasks, a list of them or one a line, which come in pieces, with what is
/// private in their texts replaced, task after task, and what annotations say of these texts moved
/// along: places of regions, and copies of their text. A data value that is nothing but an address
/// (of an image, say) stays. `findings` get what cannot be moved, and what is no JSON, at which it
/// ends.
class TasksRedaction {
public:
    TasksRedaction(std::string file, Redactor& redactor, std::ostream& out,
                   std::vector<Finding>& findings);

    void feed(std::string_view piece) { m_values.feed(piece); }
    void finish();

    /// Whether something was no JSON: then what was written is not all.
    bool hasFailed() const { return m_hasFailed; }

private:
    void redactItem(const JsonValues::Item& item);
    void report(diagnostics::Diagnostic diagnostic);

    std::string m_file;
    Redactor& m_redactor;
    std::ostream& m_out;
    std::vector<Finding>& m_findings;
    std::size_t m_count = 0;
    bool m_hasFailed = false;
    JsonValues m_values;
};

} // namespace cartouche::cli
