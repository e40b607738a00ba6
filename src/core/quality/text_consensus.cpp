#include "core/quality/text_consensus.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <tuple>

namespace cartouche::quality {

namespace {

/// The votes for each word in one place; "" is a gap.
using Slot = std::map<std::string, int>;
using Network = std::vector<Slot>;

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words;
    for (const auto part : std::views::split(text, ' ')) {
        if (!part.empty()) {
            words.emplace_back(std::string_view(part));
        }
    }
    return words;
}

/// What it costs at least to align the first slots with the first words: by slots, then words.
std::vector<std::vector<int>> alignmentCosts(const Network& network,
                                             const std::vector<std::string>& words) {
    std::vector<std::vector<int>> costs(network.size() + 1, std::vector<int>(words.size() + 1));
    for (std::size_t slot = 0; slot <= network.size(); ++slot) {
        for (std::size_t word = 0; word <= words.size(); ++word) {
            if (slot == 0 || word == 0) {
                costs[slot][word] = static_cast<int>(slot + word);
                continue;
            }
            const int miss = network[slot - 1].contains(words[word - 1]) ? 0 : 1;
            costs[slot][word] = std::min({costs[slot - 1][word - 1] + miss,
                                          costs[slot - 1][word] + 1, costs[slot][word - 1] + 1});
        }
    }
    return costs;
}

/// Adds a text to a network in which `voters` have voted so far.
Network merged(Network network, const std::vector<std::string>& words, int voters) {
    const auto costs = alignmentCosts(network, words);
    Network result;
    std::size_t slot = network.size();
    std::size_t word = words.size();
    while (slot > 0 || word > 0) {
        const int cost = costs[slot][word];
        const bool isPair = slot > 0 && word > 0 &&
                            cost == costs[slot - 1][word - 1] +
                                        (network[slot - 1].contains(words[word - 1]) ? 0 : 1);
        if (isPair || (slot > 0 && cost == costs[slot - 1][word] + 1)) {
            result.push_back(std::move(network[--slot]));
            ++result.back()[isPair ? words[--word] : ""];
        } else {
            result.push_back({{words[--word], 1}});
            if (voters > 0) {
                result.back()[""] = voters;
            }
        }
    }
    std::ranges::reverse(result);
    return result;
}

/// Whole code points, or single bytes where there are none.
std::vector<std::string_view> codePointsOf(std::string_view text) {
    std::vector<std::string_view> points;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        points.push_back(text.substr(at, end - at));
        at = end;
    }
    return points;
}

} // namespace

std::string rover(std::span<const std::string> texts) {
    Network network;
    int voters = 0;
    for (const std::string& text : texts) {
        network = merged(std::move(network), wordsOf(text), voters++);
    }
    std::string result;
    for (const Slot& slot : network) {
        const auto best = std::ranges::max_element(slot, {}, [](const auto& entry) {
            return std::tuple(entry.second, entry.first.size(), entry.first);
        });
        if (!best->first.empty()) {
            result += (result.empty() ? "" : " ") + best->first;
        }
    }
    return result;
}

double normalizedEditDistance(std::string_view first, std::string_view second) {
    const auto from = codePointsOf(first);
    const auto to = codePointsOf(second);
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t one = 0; one < from.size(); ++one) {
        std::size_t diagonal = row[0]++;
        for (std::size_t other = 0; other < to.size(); ++other) {
            const std::size_t replaced = diagonal + (from[one] == to[other] ? 0 : 1);
            diagonal = row[other + 1];
            row[other + 1] = std::min({replaced, diagonal + 1, row[other] + 1});
        }
    }
    const std::size_t longer = std::max(from.size(), to.size());
    return longer == 0 ? 0 : static_cast<double>(row.back()) / static_cast<double>(longer);
}

std::size_t medoid(std::span<const std::string> texts) {
    std::vector<double> sums(texts.size());
    for (std::size_t one = 0; one < texts.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const double distance = normalizedEditDistance(texts[one], texts[other]);
            sums[one] += distance;
            sums[other] += distance;
        }
    }
    return static_cast<std::size_t>(std::ranges::min_element(sums) - sums.begin());
}

} // namespace cartouche::quality
