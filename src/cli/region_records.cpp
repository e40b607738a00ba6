#include "cli/region_records.h"

#include "cli/task_answers.h"
#include "core/json/cursor.h"
#include "core/json/members.h"
#include "core/task/task.h"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace cartouche::cli {

namespace {

using annotation::RecordKind;
using diagnostics::Code;
using diagnostics::Diagnostic;
using Records = std::expected<std::vector<RegionRecord>, Diagnostic>;

std::unexpected<Diagnostic> bad(std::string message, std::string pointer = "") {
    return std::unexpected(
        Diagnostic{Code::BadTask, std::move(message), {.pointer = std::move(pointer)}});
}

std::string_view fileOf(std::string_view address) {
    address = address.substr(0, address.find('#'));
    const auto slash = address.find_last_of("/\\");
    address = slash == std::string_view::npos ? address : address.substr(slash + 1);
    return address.substr(0, address.find('?'));
}

/// Whether an address in a task leads to the file, as it was called before it was uploaded.
bool isAddressOf(std::string_view address, std::string_view file) {
    constexpr std::size_t kDigits = 8;
    std::string_view name = fileOf(address);
    if (name == file) {
        return true;
    }
    const bool isUpload =
        name.size() > kDigits && name[kDigits] == '-' &&
        name.substr(0, kDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return isUpload && name.substr(kDigits + 1) == file;
}

bool namesFile(const json::Json& data, std::string_view file) {
    if (data.is_string()) {
        return isAddressOf(data.get_ref<const std::string&>(), file);
    }
    return data.is_structured() && std::ranges::any_of(data, [file](const json::Json& item) {
               return namesFile(item, file);
           });
}

/// A task, and where it stands.
struct Found {
    task::Task task;
    std::string pointer;
};

Records recordsOf(const Found& found) {
    std::vector<RegionRecord> records;
    const auto add = [&](const std::vector<json::CheckedText>& sources, RecordKind kind,
                         std::string_view name) {
        for (std::size_t at = 0; at < sources.size(); ++at) {
            auto record = annotation::readRecord(sources[at], kind);
            if (!record.isSkipped) {
                records.push_back(
                    {std::move(record), std::format("{}/{}/{}", found.pointer, name, at)});
            }
        }
    };
    add(found.task.annotations, RecordKind::Annotation, "annotations");
    if (records.empty()) {
        add(found.task.predictions, RecordKind::Prediction, "predictions");
    }
    if (records.empty()) {
        return bad("This task has no annotation and no prediction, so that nothing says what to "
                   "hide",
                   found.pointer);
    }
    return records;
}

bool isResult(json::Cursor item) {
    const json::Members members(item);
    return members.has("from_name") || (members.has("type") && members.has("value"));
}

/// Finds the task that is meant.
class TaskChoice {
public:
    TaskChoice(std::string_view task, std::string_view picture)
        : m_name(task), m_picture(picture) {}

    void add(const json::CheckedText& value, std::string pointer) {
        const std::size_t index = m_count++;
        auto task = task::readTask(value);
        if (!task) {
            m_problem = std::move(task.error());
            m_problem->where.pointer.insert(0, pointer);
            return;
        }
        const bool isMeant =
            m_name.empty() ? namesFile(task->data, m_picture) : nameOf(*task, index) == m_name;
        if (isMeant || (index == 0 && m_name.empty())) {
            m_isFirstMeant = index == 0 ? isMeant : m_isFirstMeant;
            m_found.push_back({std::move(*task), std::move(pointer)});
        }
    }

    Records records() {
        if (m_problem) {
            return std::unexpected(std::move(*m_problem));
        }
        if (m_count > 1 && m_name.empty() && !m_isFirstMeant) {
            m_found.erase(m_found.begin());
        }
        if (m_found.size() == 1) {
            return recordsOf(m_found.front());
        }
        if (!m_name.empty()) {
            return bad(
                std::format("{} of {} tasks are called \"{}\"", m_found.size(), m_count, m_name));
        }
        return bad(std::format("{} of {} tasks name {} in their data: name the one that is meant "
                               "with --task",
                               m_found.size(), m_count, m_picture));
    }

private:
    std::string_view m_name;
    std::string_view m_picture;
    std::size_t m_count = 0;
    bool m_isFirstMeant = false;
    /// Those that are meant, and the first in any case: the only one needs no name.
    std::vector<Found> m_found;
    std::optional<Diagnostic> m_problem;
};

/// Of an annotation, or a bare list of its results.
Records recordOf(const json::CheckedText& value, bool isBareList) {
    std::vector<RegionRecord> records;
    records.push_back({annotation::readRecord(value, RecordKind::Annotation), "", isBareList});
    return records;
}

Records recordsInList(const json::CheckedText& list, TaskChoice choice) {
    std::size_t index = 0;
    bool isOfResults = false;
    json::Cursor(list).readList([&](json::Cursor& item) {
        isOfResults = isOfResults || (index == 0 && isResult(item));
        const std::string_view text = item.skip();
        if (!isOfResults) {
            choice.add(list.part(text), std::format("/{}", index));
        }
        ++index;
    });
    if (index == 0) {
        return bad("This list is empty, so that nothing says what to hide");
    }
    return isOfResults ? recordOf(list, true) : choice.records();
}

} // namespace

std::string RegionRecord::pointerTo(std::string_view place) const {
    constexpr std::string_view kResult = "/result";
    return isBareList ? std::string(place.substr(std::min(kResult.size(), place.size())))
                      : pointer + std::string(place);
}

Records findRegionRecords(const json::CheckedText& text, std::string_view task,
                          std::string_view picture) {
    const json::Cursor cursor(text);
    TaskChoice choice(task, picture);
    if (cursor.kind() == json::Kind::List) {
        return recordsInList(text, std::move(choice));
    }
    const json::Members members(cursor);
    if (members.has("result") && !members.has("data")) {
        return recordOf(text, false);
    }
    choice.add(text, "");
    return choice.records();
}

} // namespace cartouche::cli
