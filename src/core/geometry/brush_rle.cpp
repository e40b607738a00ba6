#include "core/geometry/brush_rle.h"

#include "core/geometry/bit_stream.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace cartouche::geometry {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

constexpr unsigned kWordBits = 8;
/// Bits of a count, by its class.
constexpr std::array<unsigned, 4> kCountBits{3, 4, 8, 16};
constexpr std::size_t kLongest = 65536;
constexpr std::size_t kChannels = 4;

std::unexpected<Diagnostic> badRle(std::string message) {
    return std::unexpected(Diagnostic{Code::BadResult, std::move(message), {}});
}

class Encoder {
public:
    explicit Encoder(std::size_t count) {
        m_bits.write(static_cast<std::uint32_t>(count), 32);
        m_bits.write(kWordBits - 1, 5);
        for (const unsigned bits : kCountBits) {
            m_bits.write(bits - 1, 4);
        }
    }

    void add(std::uint8_t word) {
        if (m_current == word) {
            flushChunk();
            ++m_repeats;
            endFullRun();
            return;
        }
        if (m_current && m_repeats > 0) {
            flushRun();
        } else if (m_current) {
            m_chunk.push_back(*m_current);
            if (m_chunk.size() == kLongest) {
                flushChunk();
            }
        }
        m_current = word;
    }

    /// Adds one word many times.
    void add(std::uint8_t word, std::size_t times) {
        std::size_t left = times;
        for (; left > 0 && left + 2 > times; --left) {
            add(word); // the first two end what came before
        }
        while (left > 0) {
            const std::size_t taken = std::min(left, kLongest - m_repeats);
            left -= taken;
            m_repeats += taken;
            endFullRun();
        }
    }

    std::vector<std::uint8_t> finish() {
        if (m_current && !m_chunk.empty()) {
            m_chunk.push_back(*m_current);
            flushChunk();
        } else if (m_current) {
            flushRun();
        }
        return m_bits.take();
    }

private:
    void writeRecord(bool isRun, std::size_t count) {
        unsigned sizeClass = 0;
        while (sizeClass < 3 && count >= (std::size_t{1} << kCountBits.at(sizeClass))) {
            ++sizeClass;
        }
        m_bits.write(isRun ? 1 : 0, 1);
        m_bits.write(sizeClass, 2);
        m_bits.write(static_cast<std::uint32_t>(count), kCountBits.at(sizeClass));
    }

    /// The word at hand begins the next one.
    void endFullRun() {
        if (m_repeats == kLongest) {
            m_repeats = kLongest - 1;
            flushRun();
        }
    }

    void flushRun() {
        writeRecord(true, m_repeats);
        m_bits.write(*m_current, kWordBits);
        m_repeats = 0;
    }

    void flushChunk() {
        if (m_chunk.empty()) {
            return;
        }
        writeRecord(false, m_chunk.size() - 1);
        for (const std::uint8_t word : m_chunk) {
            m_bits.write(word, kWordBits);
        }
        m_chunk.clear();
    }

    BitWriter m_bits;
    std::optional<std::uint8_t> m_current;
    std::size_t m_repeats = 0; // of the current word, beyond the first
    std::vector<std::uint8_t> m_chunk;
};

/// Calls `put(word, count)` for each record, or for each word of a chunk. Returns what is wrong.
template <typename Put>
std::optional<Diagnostic> decodeRecords(BitReader& bits, std::size_t count, Put put) {
    for (std::size_t done = 0; done < count;) {
        const bool isRun = bits.read(1) == 1;
        const std::size_t length = bits.read(kCountBits.at(bits.read(2))) + std::size_t{1};
        if (length > count - done) {
            return Diagnostic{Code::BadResult, "This mask holds more than its header says", {}};
        }
        const std::size_t words = isRun ? 1 : length;
        for (std::size_t index = 0; index < words; ++index) {
            put(static_cast<std::uint8_t>(bits.read(kWordBits)), isRun ? length : 1);
        }
        if (bits.isExhausted()) {
            return Diagnostic{Code::BadResult,
                              std::format("This mask ends after {} of its {} values", done, count),
                              {}};
        }
        done += length;
    }
    return std::nullopt;
}

/// The number of words, if the header is one of ours.
std::expected<std::size_t, Diagnostic> readHeader(BitReader& bits) {
    const std::size_t count = bits.read(32);
    const unsigned wordBits = bits.read(5) + 1;
    bool isKnown = wordBits == kWordBits;
    for (const unsigned expected : kCountBits) {
        isKnown = bits.read(4) + 1 == expected && isKnown;
    }
    if (bits.isExhausted() || !isKnown) {
        return badRle("This is not a mask in the run-length code of brushes");
    }
    return count;
}

/// Calls `put(alpha, pixels)` in turn for all pixels of a mask. Returns what is wrong.
template <typename Put>
std::optional<Diagnostic> decodeAlpha(std::span<const std::uint8_t> rle, std::size_t pixelCount,
                                      Put put) {
    BitReader bits(rle);
    const auto count = readHeader(bits);
    if (!count) {
        return count.error();
    }
    if (*count != pixelCount * kChannels) {
        return badRle(std::format("This mask has {} values, but an image of {} pixels needs {}",
                                  *count, pixelCount, pixelCount * kChannels))
            .error();
    }
    std::size_t place = 0;
    return decodeRecords(bits, *count, [&](std::uint8_t word, std::size_t times) {
        const std::size_t before =
            place / kChannels; // pixels whose alpha, their fourth part, is past
        place += times;
        if (const std::size_t pixels = (place / kChannels) - before; pixels > 0) {
            put(word, pixels);
        }
    });
}

} // namespace

std::vector<std::uint8_t> encodeRle(std::span<const std::uint8_t> words) {
    Encoder encoder(words.size());
    for (const std::uint8_t word : words) {
        encoder.add(word);
    }
    return encoder.finish();
}

std::expected<std::vector<std::uint8_t>, Diagnostic> decodeRle(std::span<const std::uint8_t> rle,
                                                               std::size_t mostWords) {
    BitReader bits(rle);
    const auto count = readHeader(bits);
    if (!count) {
        return std::unexpected(count.error());
    }
    if (*count > mostWords) {
        return badRle(
            std::format("This mask has {} values; at most {} are expected", *count, mostWords));
    }
    std::vector<std::uint8_t> words;
    words.reserve(*count);
    const auto fault = decodeRecords(bits, *count, [&words](std::uint8_t word, std::size_t times) {
        words.insert(words.end(), times, word);
    });
    if (fault) {
        return std::unexpected(*fault);
    }
    return words;
}

std::vector<std::uint8_t> encodeMask(std::span<const std::uint8_t> alpha) {
    Encoder encoder(alpha.size() * kChannels);
    for (const std::uint8_t value : alpha) {
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            encoder.add(value);
        }
    }
    return encoder.finish();
}

std::vector<std::uint8_t> encodeMaskRuns(std::span<const AlphaRun> runs) {
    std::size_t pixels = 0;
    for (const AlphaRun& run : runs) {
        pixels += run.count;
    }
    Encoder encoder(pixels * kChannels);
    for (const AlphaRun& run : runs) {
        encoder.add(run.alpha, run.count * kChannels);
    }
    return encoder.finish();
}

std::expected<std::vector<std::uint8_t>, Diagnostic> decodeMask(std::span<const std::uint8_t> rle,
                                                                std::size_t pixelCount) {
    std::vector<std::uint8_t> alpha;
    const auto fault =
        decodeAlpha(rle, pixelCount, [&alpha](std::uint8_t value, std::size_t pixels) {
            alpha.insert(alpha.end(), pixels, value);
        });
    if (fault) {
        return std::unexpected(*fault);
    }
    return alpha;
}

std::expected<std::vector<AlphaRun>, Diagnostic> decodeMaskRuns(std::span<const std::uint8_t> rle,
                                                                std::size_t pixelCount) {
    std::vector<AlphaRun> runs;
    const auto fault =
        decodeAlpha(rle, pixelCount, [&runs](std::uint8_t alpha, std::size_t pixels) {
            if (runs.empty() || runs.back().alpha != alpha) {
                runs.push_back({0, alpha});
            }
            runs.back().count += static_cast<std::uint32_t>(pixels);
        });
    if (fault) {
        return std::unexpected(*fault);
    }
    return runs;
}

} // namespace cartouche::geometry
