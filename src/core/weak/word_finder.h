#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cartouche::weak {

struct WordOptions {
    bool ignoresCase = true;
    /// Whether it only finds what is not a part of longer words.
    bool isWhole = true;
};

/// Finds any of many words and phrases in one pass, however many there are.
/// Source: Aho, Corasick, "Efficient String Matching: An Aid to Bibliographic Search" (1975).
class WordFinder {
public:
    using Options = WordOptions;

    /// Empty words are never found.
    explicit WordFinder(const std::vector<std::string>& words, const Options& options = {});

    struct Match {
        std::size_t word = 0; // by its place among the words
        std::size_t begin = 0;
        std::size_t end = 0; // bytes of the prepared text
    };
    /// The text that matches are places of: in small letters if case is ignored.
    std::string prepared(std::string_view text) const;
    /// All matches in the order of their ends, those that overlap too.
    void findAll(std::string_view prepared, const std::function<void(const Match&)>& onMatch) const;

private:
    struct Node {
        std::uint32_t fallback = 0;
        /// The nearest node down the fallbacks where a word ends, and the words that end here.
        std::uint32_t nextEnd = 0;
        std::vector<std::uint32_t> words;
    };

    std::uint32_t next(std::uint32_t node, unsigned char byte) const;
    void addWord(std::string_view word, std::uint32_t index);
    void linkFallbacks();

    Options m_options;
    std::vector<Node> m_nodes;
    /// By node and byte.
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
    std::vector<std::size_t> m_lengths;
};

} // namespace cartouche::weak
