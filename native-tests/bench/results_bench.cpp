// How fast result arrays are loaded and saved: results-bench FILE RUNS
// Prints one JSON object; times are the best of RUNS, in milliseconds. Saved: as it was loaded;
// changed: after every region was moved, so that every result is written anew.

#include "core/annotation/edit.h"
#include "core/annotation/record.h"
#include "core/annotation/result_json.h"
#include "core/json/cursor.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>
#include <ranges>
using namespace cartouche;

namespace {

template <typename Action>
double timeOf(Action action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    return time.count();
}

/// The most memory that this program ever had, in bytes (getrusage counts what its parent had,
/// too).
double peakBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024;
        }
    }
    return 0;
}

std::string readFile(const char* path) {
    std::string text(std::filesystem::file_size(path), ' ');
    std::ifstream(path, std::ios::binary).read(text.data(), std::ssize(text));
    return text;
}

/// The file's first annotation.
annotation::Document load(std::string text) {
    const auto checked = json::checkJson(std::move(text));
    if (!checked) {
        std::cerr << "this file is no JSON\n";
        std::exit(1);
    }
    std::string_view first = "null";
    json::Cursor(checked->text()).readList([&first](json::Cursor& item) {
        first = first == "null" ? item.skip() : first;
    });
    diagnostics::Diagnostics problems;
    return annotation::readDocument(
        annotation::readRecord(checked->part(first), annotation::RecordKind::Annotation),
        [] { return std::string("id"); }, problems);
}

void moveAll(annotation::History& history) {
    annotation::Edit edit(history, "Move");
    for (const annotation::AreaHandle handle : history.document().areas().handles()) {
        auto shape = history.document().areas().find(handle)->shape;
        if (auto* box = shape ? std::get_if<geometry::Rectangle>(&*shape) : nullptr) {
            box->x += 1;
            edit.setShape(handle, *box);
        } else {
            edit.setNote(handle, "moved");
        }
    }
    edit.commit();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "results-bench FILE RUNS\n";
        return 2;
    }
    const double before = peakBytes();
    double loadMs = 1e9;
    double saveMs = 1e9;
    double changedMs = 1e9;
    double peak = 0;
    std::size_t areas = 0;
    const int runs = std::atoi(argv[2]);
    for (int run = runs; run > 0; --run) {
        annotation::Document document;
        std::string text = readFile(argv[1]);
        loadMs = std::min(loadMs, timeOf([&] { document = load(std::move(text)); }));
        saveMs = std::min(saveMs, timeOf([&] { annotation::writeResults(document); }));
        if (run == runs) { // later runs find memory that earlier ones left
            peak = peakBytes() - before;
        }
        areas = document.areas().slotCount();
        annotation::History history;
        history.restart(std::move(document));
        moveAll(history);
        changedMs =
            std::min(changedMs, timeOf([&] { annotation::writeResults(history.document()); }));
    }
    std::cout << std::format(
        R"({{"bytes":{},"areas":{},"loadMs":{},"saveMs":{},"changedMs":{},"peakBytes":{}}})",
        std::filesystem::file_size(argv[1]), areas, loadMs, saveMs, changedMs, peak);
    return 0;
}
