#include "cli/redact_command.h"

#include "cli/answers_input.h"
#include "cli/draft_file.h"
#include "cli/input.h"
#include "cli/json_stream.h"
#include "cli/json_text_stream.h"
#include "cli/number_check.h"
#include "cli/redact_csv.h"
#include "cli/redact_image.h"
#include "cli/redact_restore.h"
#include "cli/redact_tasks.h"
#include "cli/redact_text.h"
#include "cli/redactor.h"
#include "cli/spool.h"
#include "cli/system_random.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::cli {

namespace {

constexpr int kBadInput = 1;
constexpr std::size_t kKeyBytes = 32;

struct Options {
    std::string file;
    std::string format = "auto";
    std::string with = "type";
    std::string keyFile;
    std::string namesFile;
    std::string out;
    std::vector<std::string> types;
    double threshold = privacy::RecognizeOptions().threshold;
    bool isJson = false;
    bool isRestoring = false;
    bool isNewKey = false;
    ImageRedaction image;
};

std::string formatOf(const Options& options) {
    const auto endsWith = [&](std::string_view end) { return options.file.ends_with(end); };
    return options.format != "auto"                                         ? options.format
           : !options.image.regions.file.empty()                            ? "image"
           : endsWith(".csv") || endsWith(".tsv")                           ? "csv"
           : endsWith(".json") || endsWith(".jsonl") || endsWith(".ndjson") ? "tasks"
           : endsWith(".jpg") || endsWith(".jpeg") || endsWith(".png") || endsWith(".webp")
               ? "image"
               : "text";
}

bool needsKey(const Options& options) {
    return options.isRestoring || options.with == "hash" || options.with == "pseudonym" ||
           options.with == "digits";
}

std::optional<std::string> readText(const std::string& path, std::vector<Finding>& findings) {
    auto input = readInput(path);
    if (!input) {
        findings.push_back({path, input.error()});
        return std::nullopt;
    }
    return std::move(input->text);
}

/// 64 hexadecimal digits, with white space around them.
std::optional<privacy::Bytes> readKey(const std::string& path, std::vector<Finding>& findings) {
    auto text = readText(path, findings);
    if (!text) {
        return std::nullopt;
    }
    std::erase_if(*text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    auto key = privacy::parseHex(*text);
    if (!key || key->size() != kKeyBytes) {
        findings.push_back(
            {path,
             {diagnostics::Code::BadValue,
              "A key is 64 hexadecimal digits. `cartouche redact --new-key` makes one",
              {}}});
        return std::nullopt;
    }
    return key;
}

/// Each purpose has a key of its own.
privacy::Bytes pseudonymKey(privacy::ByteView key) {
    return privacy::deriveKey(key, "cartouche pseudonym", 64);
}

privacy::Operator operatorOf(const std::string& with, privacy::ByteView key) {
    if (with == "nothing") {
        return privacy::Redact{};
    }
    if (with == "number") {
        return privacy::Number{};
    }
    if (with == "mask") {
        return privacy::Mask{};
    }
    if (with == "hash") {
        return privacy::KeyedHash{privacy::deriveKey(key, "cartouche hash", kKeyBytes)};
    }
    if (with == "pseudonym") {
        return privacy::Pseudonym{pseudonymKey(key)};
    }
    if (with == "digits") {
        return privacy::FormatPreserving{privacy::deriveKey(key, "cartouche digits", kKeyBytes)};
    }
    return privacy::Replace{};
}

privacy::NameList readNames(const std::string& path, std::vector<Finding>& findings) {
    privacy::NameList names;
    if (const auto text = path.empty() ? std::nullopt : readText(path, findings)) {
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);) {
            line.resize(line.find_last_not_of(" \r\t") + 1);
            if (!line.empty()) {
                names.add(line);
            }
        }
    }
    return names;
}

void writeRedaction(std::ostream& out, const Redaction& redaction) {
    JsonStream json(out);
    json.open('{');
    json.key("place");
    json.text(redaction.place);
    json.key("start");
    json.count(redaction.span.begin);
    json.key("end");
    json.count(redaction.span.end);
    json.key("type");
    json.text(redaction.span.type);
    json.member("score", redaction.span.score);
    json.key("with");
    json.text(redaction.with);
    json.close('}');
}

/// Lists in JSON, behind what else is written meanwhile, whatever is replaced.
class RedactionList {
public:
    explicit RedactionList(Redactor& redactor) {
        redactor.setListener([this](const Redaction& redaction) {
            std::ostringstream text;
            text << (std::exchange(m_isFirst, false) ? "" : ",");
            writeRedaction(text, redaction);
            m_spool.write(text.view());
        });
    }

    /// The end of an object in which something may stand already. Returns whether it is whole.
    bool writeReport(std::ostream& out, const Redactor& redactor) {
        JsonStream json(out);
        json.key("counts");
        json.open('{');
        for (const auto& [type, count] : redactor.counts()) {
            json.key(type);
            json.count(count);
        }
        json.close('}');
        out << ",\"redactions\":[";
        const bool isWhole = m_spool.copyTo(out);
        out << "]}\n";
        return isWhole;
    }

private:
    Spool m_spool;
    bool m_isFirst = true;
};

/// For people, on standard error, as the text goes to standard output.
void writeSummary(const Redactor& redactor) {
    std::size_t all = 0;
    for (const auto& [type, count] : redactor.counts()) {
        std::cerr << std::format("{:24}{}\n", type, count);
        all += count;
    }
    std::cerr << std::format("{} replaced. Names, places and firms that no rule knows are still "
                             "there: read it before it leaves the house\n",
                             all);
}

/// Reads and writes piece by piece. Returns whether all of it was written.
bool redactAs(const Options& options, Redactor& redactor, std::ostream& out,
              std::vector<Finding>& findings) {
    const std::string format = formatOf(options);
    TextRedaction text(redactor, out);
    CsvRedaction csv(redactor, out);
    TasksRedaction tasks(options.file, redactor, out, findings);
    const auto with = [&](const auto& use) {
        format == "csv" ? use(csv) : format == "tasks" ? use(tasks) : use(text);
    };
    const auto read = readPieces(options.file, [&](std::string_view piece) {
        with([piece](auto& redaction) { redaction.feed(piece); });
    });
    if (!read) {
        findings.push_back({options.file, read.error()});
        return false;
    }
    with([](auto& redaction) { redaction.finish(); });
    return !tasks.hasFailed();
}

int runNewKey() {
    privacy::Bytes key(kKeyBytes);
    systemRandom()(key);
    std::cout << privacy::hexOf(key) << '\n';
    return 0;
}

/// Into the report that goes to standard output. What cannot be read leaves it without its end.
int redactIntoReport(const Options& options, Redactor& redactor, std::vector<Finding>& findings) {
    RedactionList list(redactor);
    JsonTextStream text(std::cout, "{\"text\":");
    const bool isWhole = redactAs(options, redactor, text, findings);
    printFindings(findings);
    if (!isWhole) {
        return kBadInput;
    }
    text.finish();
    std::cout << ',';
    const bool isListed = list.writeReport(std::cout, redactor);
    return findings.empty() && isListed && std::cout.flush() ? 0 : kBadInput;
}

int redactIntoFile(const Options& options, Redactor& redactor, std::vector<Finding>& findings) {
    std::optional<RedactionList> list;
    if (options.isJson) {
        list.emplace(redactor);
    }
    DraftFile draft(options.out);
    const bool isWhole = redactAs(options, redactor, draft.stream(), findings);
    printFindings(findings);
    if (!isWhole) {
        draft.drop();
        return kBadInput;
    }
    if (!draft.keep()) {
        std::cerr << options.out << ": this file cannot be written\n";
        return kBadInput;
    }
    if (!list) {
        writeSummary(redactor);
    }
    const bool isTold = !list || list->writeReport(std::cout << '{', redactor);
    return findings.empty() && isTold ? 0 : kBadInput;
}

/// What cannot be read ends it; what was written before is not all, which the exit code tells.
int redactIntoOutput(const Options& options, Redactor& redactor, std::vector<Finding>& findings) {
    const bool isWhole = redactAs(options, redactor, std::cout, findings);
    const bool isWritten = static_cast<bool>(std::cout.flush());
    printFindings(findings);
    if (!isWhole) {
        return kBadInput;
    }
    writeSummary(redactor);
    return findings.empty() && isWritten ? 0 : kBadInput;
}

int runRedact(const Options& options) {
    std::vector<Finding> findings;
    std::optional<privacy::Bytes> key;
    if (needsKey(options)) {
        key = readKey(options.keyFile, findings);
    }
    privacy::RecognizeOptions wanted{.threshold = options.threshold,
                                     .types = options.types,
                                     .names = readNames(options.namesFile, findings)};
    const bool isImage = formatOf(options) == "image";
    const auto file = isImage ? readText(options.file, findings) : std::nullopt;
    if (printFindings(findings) || (isImage && !file)) {
        return kBadInput;
    }
    if (isImage) {
        return redactImage(options.image, options.file, *file, options.out, options.isJson);
    }
    const privacy::ByteView keyView = key ? privacy::ByteView(*key) : privacy::ByteView();
    if (options.isRestoring) {
        return restoreFile(options.file, options.out, pseudonymKey(keyView));
    }
    Redactor redactor(std::move(wanted),
                      {.byType = {}, .otherwise = operatorOf(options.with, keyView)});
    return (!options.out.empty() ? redactIntoFile
            : options.isJson     ? redactIntoReport
                                 : redactIntoOutput)(options, redactor, findings);
}

std::vector<std::string> typeNames() {
    const auto types = privacy::recognizedTypes();
    return {types.begin(), types.end()};
}

int run(const Options& options) {
    return options.isNewKey ? runNewKey() : runRedact(options);
}

/// Where regions are hidden.
void requirePng(const Options& options) {
    if (formatOf(options) != "image") {
        throw CLI::ValidationError("--regions", "regions are hidden on images alone");
    }
    if (!options.out.empty() && !isPngName(options.out)) {
        throw CLI::ValidationError("--out", "the image is written as PNG: give it that ending");
    }
    if (options.isJson && options.out.empty()) {
        throw CLI::RequiredError("--out, as --json takes standard output,");
    }
}

void requireFiles(const Options& options) {
    if (!options.isNewKey && options.file.empty()) {
        throw CLI::RequiredError("FILE");
    }
    if (needsKey(options) && options.keyFile.empty()) {
        throw CLI::RequiredError("--key, a file that `cartouche redact --new-key` made,");
    }
    if (!options.image.regions.file.empty()) {
        requirePng(options);
    }
}

} // namespace

void addRedactCommand(CLI::App& app, std::function<int()>& runLater) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("redact", "Replace what is private in texts, tables, tasks and images");
    command->add_option("FILE", options->file,
                        "A text, CSV, tasks or an image; - reads standard input");
    command->add_option("--format", options->format, "Of FILE; auto goes by its name")
        ->check(CLI::IsMember({"auto", "text", "csv", "tasks", "image"}))
        ->capture_default_str();
    command
        ->add_option("--with", options->with,
                     "What to write instead: its type, nothing, its type and a number for each "
                     "person, a mask of the same length, a keyed hash, a pseudonym that --restore "
                     "turns back, other digits")
        ->check(CLI::IsMember({"type", "nothing", "number", "mask", "hash", "pseudonym", "digits"}))
        ->capture_default_str();
    command->add_option("--key", options->keyFile, "File with the key for hash, pseudonym, digits");
    command->add_flag("--new-key", options->isNewKey, "Print a new key, and nothing else");
    command->add_flag("--restore", options->isRestoring, "Turn pseudonyms of this key back");
    command->add_option("--types", options->types, "Look only for these, separated by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(typeNames()));
    command->add_option("--names", options->namesFile, "File with names to look for, one a line");
    command->add_option("--threshold", options->threshold, "How sure to be, from 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->check(checkFinite)
        ->capture_default_str();
    command->add_option("--out", options->out, "File to write; standard output if there is none");
    command->add_flag("--json", options->isJson, "Print text, counts and places as JSON");
    addImageOptions(*command, options->image);
    command->final_callback([options, &runLater] {
        requireFiles(*options);
        runLater = [options] { return run(*options); };
    });
}

} // namespace cartouche::cli
