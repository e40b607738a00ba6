#include "core/privacy/synthetic_iv.h"

#include "core/privacy/cipher.h"

#include <algorithm>
#include <cassert>

namespace cartouche::privacy {

namespace {

/// Multiplies by x in GF(2^128), RFC 5297 section 2.3.
Block doubled(const Block& block) {
    Block out{};
    std::uint8_t carry = 0;
    for (std::size_t at = block.size(); at-- > 0;) {
        out[at] = static_cast<std::uint8_t>(block[at] << 1U | carry);
        carry = static_cast<std::uint8_t>(block[at] >> 7U);
    }
    out.back() = static_cast<std::uint8_t>(out.back() ^ (carry != 0 ? 0x87U : 0U));
    return out;
}

void mix(std::span<std::uint8_t> into, const Block& block) {
    for (std::size_t at = 0; at < block.size(); ++at) {
        into[at] = static_cast<std::uint8_t>(into[at] ^ block[at]);
    }
}

/// S2V of section 2.4, of one string of associated data.
Block syntheticIv(ByteView key, ByteView context, ByteView plaintext) {
    Block state = doubled(cmac(key, Block{}));
    mix(state, cmac(key, context));
    Bytes last(plaintext.begin(), plaintext.end());
    if (last.size() < state.size()) {
        last.push_back(0x80);
        last.resize(state.size());
        state = doubled(state);
    }
    mix(std::span(last).last(state.size()), state);
    return cmac(key, last);
}

Block counterOf(Block iv) {
    iv[8] &= 0x7F;
    iv[12] &= 0x7F;
    return iv;
}

} // namespace

Bytes sealSiv(ByteView key, ByteView context, ByteView plaintext) {
    assert(key.size() % 2 == 0 && isAesKeySize(key.size() / 2));
    const Block iv = syntheticIv(key.first(key.size() / 2), context, plaintext);
    const Bytes hidden = Aes(key.subspan(key.size() / 2)).applyCounter(counterOf(iv), plaintext);
    Bytes sealed(iv.begin(), iv.end());
    sealed.insert(sealed.end(), hidden.begin(), hidden.end());
    return sealed;
}

std::optional<Bytes> openSiv(ByteView key, ByteView context, ByteView sealed) {
    assert(key.size() % 2 == 0 && isAesKeySize(key.size() / 2));
    Block iv{};
    if (sealed.size() < iv.size()) {
        return std::nullopt;
    }
    std::ranges::copy(sealed.first(iv.size()), iv.begin());
    Bytes plaintext =
        Aes(key.subspan(key.size() / 2)).applyCounter(counterOf(iv), sealed.subspan(iv.size()));
    const Block expected = syntheticIv(key.first(key.size() / 2), context, plaintext);
    std::uint8_t differs = 0; // all of it is compared, however soon it differs
    for (std::size_t at = 0; at < iv.size(); ++at) {
        differs = static_cast<std::uint8_t>(differs | (iv[at] ^ expected[at]));
    }
    return differs == 0 ? std::optional(std::move(plaintext)) : std::nullopt;
}

} // namespace cartouche::privacy
