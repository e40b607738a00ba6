#include "core/quality/mask_consensus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace cartouche::quality {

namespace {

/// Where no mask changes, and who painted there.
struct Piece {
    Run run;
    std::vector<bool> painted;

    double length() const { return static_cast<double>(run.end - run.begin); }
};

/// In order; the last one ends at `end` or behind all masks.
std::vector<Piece> piecesOf(std::span<const RunMask> masks, std::size_t end) {
    std::vector<std::size_t> places{0, end};
    for (const RunMask& mask : masks) {
        for (const Run& run : mask) {
            places.insert(places.end(), {run.begin, run.end});
        }
    }
    std::ranges::sort(places);
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    std::vector<Piece> pieces;
    std::vector<std::size_t> next(masks.size());
    for (std::size_t at = 0; at + 1 < places.size(); ++at) {
        Piece piece{{places[at], places[at + 1]}, std::vector<bool>(masks.size())};
        for (std::size_t who = 0; who < masks.size(); ++who) {
            const RunMask& mask = masks[who];
            while (next[who] < mask.size() && mask[next[who]].end <= piece.run.begin) {
                ++next[who];
            }
            piece.painted[who] =
                next[who] < mask.size() && mask[next[who]].begin <= piece.run.begin;
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// The weights of those who painted it.
double weightOn(const Piece& piece, std::span<const double> weights) {
    double sum = 0;
    for (std::size_t who = 0; who < weights.size(); ++who) {
        sum += piece.painted[who] ? weights[who] : 0;
    }
    return sum;
}

void append(RunMask& mask, Run run) {
    if (!mask.empty() && mask.back().end == run.begin) {
        mask.back().end = run.end;
    } else {
        mask.push_back(run);
    }
}

RunMask paintedFrom(const std::vector<Piece>& pieces, std::span<const double> weights,
                    double least) {
    RunMask mask;
    for (const Piece& piece : pieces) {
        if (weightOn(piece, weights) >= least) {
            append(mask, piece.run);
        }
    }
    return mask;
}

/// How much one mask weighs by its likeness to the mask of all.
double rasaWeight(const RunMask& mask, const RunMask& all) {
    return std::log((1 / (1 - iou(mask, all) + 1e-5)) + 1);
}

/// How probably each piece is painted, given the rates.
void expect(Staple& result, const std::vector<Piece>& pieces, double prior) {
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        double painted = prior;
        double empty = 1 - prior;
        for (std::size_t who = 0; who < result.sensitivities.size(); ++who) {
            const bool isPainted = pieces[at].painted[who];
            painted *= isPainted ? result.sensitivities[who] : 1 - result.sensitivities[who];
            empty *= isPainted ? 1 - result.specificities[who] : result.specificities[who];
        }
        result.stretches[at].probability = painted + empty > 0 ? painted / (painted + empty) : 0;
    }
}

/// The rates, given how probably each piece is painted. Returns their greatest change.
double maximize(Staple& result, const std::vector<Piece>& pieces) {
    double change = 0;
    const auto set = [&change](double& rate, double share, double all) {
        const double next = all > 0 ? share / all : rate;
        change = std::max(change, std::abs(next - rate));
        rate = next;
    };
    for (std::size_t who = 0; who < result.sensitivities.size(); ++who) {
        double painted = 0;
        double allPainted = 0;
        double empty = 0;
        double allEmpty = 0;
        for (std::size_t at = 0; at < pieces.size(); ++at) {
            const double share = result.stretches[at].probability * pieces[at].length();
            const double rest = pieces[at].length() - share;
            allPainted += share;
            allEmpty += rest;
            (pieces[at].painted[who] ? painted : empty) += pieces[at].painted[who] ? share : rest;
        }
        set(result.sensitivities[who], painted, allPainted);
        set(result.specificities[who], empty, allEmpty);
    }
    return change;
}

} // namespace

RunMask maskMajority(std::span<const RunMask> masks, std::span<const double> weights) {
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    // What nobody painted stays empty, even if nobody weighs anything.
    const double least = std::max(all / 2, std::numeric_limits<double>::min());
    return paintedFrom(piecesOf(masks, 0), weights, least);
}

WeightedMask maskRasa(std::span<const RunMask> masks, std::size_t pixels) {
    constexpr int kMostRounds = 10;
    constexpr double kSettled = 1e-5;
    const auto pieces = piecesOf(masks, pixels);
    WeightedMask result{{},
                        std::vector<double>(masks.size(), 1 / static_cast<double>(masks.size()))};
    double before = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        result.mask = paintedFrom(pieces, result.weights, 0.5);
        double sum = 0;
        for (std::size_t who = 0; who < masks.size(); ++who) {
            result.weights[who] = rasaWeight(masks[who], result.mask);
            sum += result.weights[who];
        }
        for (double& weight : result.weights) {
            weight /= sum;
        }
        if (round > 0 && std::abs(sum - before) <= kSettled * before) {
            break;
        }
        before = sum;
    }
    result.mask = paintedFrom(pieces, result.weights, 0.5);
    return result;
}

Staple staple(std::span<const RunMask> masks, std::size_t pixels) {
    constexpr int kMostRounds = 1000;
    constexpr double kSettled = 1e-10;
    constexpr double kFirstRate = 0.9;
    const auto pieces = piecesOf(masks, pixels);
    Staple result{{},
                  std::vector<double>(masks.size(), kFirstRate),
                  std::vector<double>(masks.size(), kFirstRate)};
    double painted = 0;
    for (const RunMask& mask : masks) {
        painted += static_cast<double>(areaOf(mask));
    }
    for (const Piece& piece : pieces) {
        result.stretches.push_back({piece.run});
    }
    const double prior = painted / std::max(1.0, static_cast<double>(masks.size() * pixels));
    for (double change = 1; change > kSettled && result.iterations < kMostRounds;
         ++result.iterations) {
        expect(result, pieces, prior);
        change = maximize(result, pieces);
    }
    return result;
}

} // namespace cartouche::quality
