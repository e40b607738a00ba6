#include "cli/answers_input.h"

#include "cli/input.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <utility>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using quality::AnswerRow;
using quality::AnswersCsv;

bool isUtf16(std::string_view bytes) {
    return bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
}

/// Feeds a stream without holding more than a piece of it.
void feedStream(std::istream& stream, AnswersCsv& csv) {
    constexpr std::size_t kPiece = 1 << 20;
    std::string piece(kPiece, '\0');
    while (stream) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        csv.feed(std::string_view(piece).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
}

/// Whether a file that is there begins like UTF-16, which is read as a whole.
bool beginsAsUtf16(const std::string& path) {
    std::array<char, 2> first{};
    std::ifstream(path, std::ios::binary).read(first.data(), first.size());
    return isUtf16({first.data(), first.size()});
}

/// Returns whether there was something to read.
bool feedFile(const std::string& path, AnswersCsv& csv, std::vector<Finding>& findings) {
    if (path == "-") {
        feedStream(std::cin, csv);
        return true;
    }
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored) || beginsAsUtf16(path)) {
        const auto input = readInput(path);
        if (!input) {
            findings.push_back({path, input.error()});
            return false;
        }
        csv.feed(input->text);
        return true;
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        findings.push_back({path,
                            {Code::UnreadableFile,
                             std::format("This file cannot be read: {}", std::strerror(errno)),
                             {}}});
        return false;
    }
    feedStream(file, csv);
    return true;
}

bool readCsv(const std::string& path, AnswersCsv& csv, std::vector<Finding>& findings) {
    const bool isRead = feedFile(path, csv, findings);
    if (isRead) {
        csv.finish();
        for (const auto& problem : csv.problems()) {
            findings.push_back({path == "-" ? "<stdin>" : path, problem});
        }
    }
    return isRead;
}

} // namespace

AnswersInput readAnswers(const std::string& path, quality::Repeats repeats) {
    AnswersInput input;
    AnswersCsv csv(
        [&input](const AnswerRow& row) { input.table.add(row.item, row.worker, row.label); });
    input.isUnusable = !readCsv(path, csv, input.findings);
    if (!input.isUnusable && input.table.answers.list.empty()) {
        input.isUnusable = true;
        if (input.findings.empty()) {
            input.findings.push_back(
                {path,
                 {Code::BadValue, "This file holds no answers below its header", {.line = 1}}});
        }
    }
    sortLabels(input.table);
    groupByItem(input.table.answers, repeats);
    return input;
}

bool isTooMuch(std::size_t items, std::size_t labels) {
    constexpr std::size_t kMostCells = 500'000'000;
    return labels > kMostCells / std::max<std::size_t>(1, items);
}

std::string tooManyLabels(std::size_t items, std::size_t labels) {
    return std::format("{} labels of {} items are too many to tell apart. Is the label column free "
                       "text?",
                       labels, items);
}

quality::Gold readTruth(const std::string& path, const quality::AnswerTable& table,
                        std::vector<Finding>& findings) {
    quality::Gold truth(table.items.size());
    if (path.empty()) {
        return truth;
    }
    std::vector<std::string> unknown;
    readTruthRows(
        path,
        [&](const AnswerRow& row) {
            const auto item = table.items.find(row.item);
            const auto label = table.labels.find(row.label);
            if (item && label) {
                truth[*item] = *label;
            } else if (item && !std::ranges::contains(unknown, row.label)) {
                unknown.emplace_back(row.label);
            }
        },
        findings);
    for (const std::string& label : unknown) {
        findings.push_back({path,
                            {Code::BadValue,
                             std::format("Nobody answered \"{}\", so items with it as their truth "
                                         "are left out. Is it spelled as in the answers?",
                                         label),
                             {}}});
    }
    return truth;
}

void readTruthRows(const std::string& path, AnswersCsv::OnAnswer onRow,
                   std::vector<Finding>& findings) {
    AnswersCsv csv(std::move(onRow), quality::CsvContent::Truth);
    readCsv(path, csv, findings);
}

bool printFindings(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        std::cerr << formatDiagnostic(finding.file, finding.diagnostic) << '\n';
    }
    return std::ranges::any_of(findings, [](const Finding& finding) {
        return severityOf(finding.diagnostic.code) == diagnostics::Severity::Error;
    });
}

} // namespace cartouche::cli
