#include "core/privacy/federated_average.h"
#include "core/privacy/paillier.h"
#include "core/privacy/secret_sharing.h"
#include "core/privacy/secure_sum.h"
#include "privacy/test_random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace cartouche::privacy;
using cartouche::tests::testRandom;

TEST_CASE("averages of what cannot be averaged are undefined") {
    const std::vector<ClientUpdate> uneven{{{1, 2}, 1}, {{1}, 1}};
    const std::vector<ClientUpdate> broken{{{std::nan("")}, 1}};
    const std::vector<ClientUpdate> empty{{{1}, 0}};
    for (const std::vector<ClientUpdate>& updates : {uneven, broken, empty, {}}) {
        CHECK_FALSE(federatedAverage(updates));
        CHECK_FALSE(coordinateMedian(updates));
        CHECK_FALSE(trimmedMean(updates, 0.1));
        CHECK_FALSE(multiKrum(updates, 0, 1));
    }
    CHECK_FALSE(trimmedMean(std::vector<ClientUpdate>{{{1}, 1}}, 0.5));
}

TEST_CASE("one client who sends anything at all does not move the robust means far") {
    const std::vector<ClientUpdate> updates{
        {{1, 1}, 1}, {{1.1, 0.9}, 1}, {{0.9, 1.1}, 1}, {{1, 1}, 1}, {{1e9, -1e9}, 1}};
    CHECK((*coordinateMedian(updates))[0] == doctest::Approx(1));
    CHECK((*trimmedMean(updates, 0.2))[1] == doctest::Approx(0.9667).epsilon(1e-3));
    CHECK(multiKrum(updates, 1, 3)->mean[0] == doctest::Approx(1).epsilon(0.05));
}

TEST_CASE("masks vanish from the sum, also of those whose owner has left") {
    const std::vector<std::vector<std::uint32_t>> inputs{{1, 2}, {30, 40}, {500, 4294967295U}};
    std::vector<MaskedVector> vectors;
    std::vector<std::vector<PairSeed>> seeds(3);
    for (std::size_t own = 0; own < 3; ++own) {
        for (std::size_t other = 0; other < 3; ++other) {
            if (own != other) {
                seeds[own].push_back({other, Bytes{static_cast<std::uint8_t>(own + other), 9, 9}});
            }
        }
        vectors.push_back(masked(inputs[own], own, seeds[own]));
        CHECK(vectors.back() != inputs[own]);
    }
    CHECK(sumOf(vectors) == MaskedVector{531, 41});
    const std::vector<MaskedVector> present{vectors[0], vectors[1],
                                            masked(std::vector<std::uint32_t>(2), 2, seeds[2])};
    CHECK(sumOf(present) == MaskedVector{31, 42});
    CHECK_FALSE(sumOf({}));
    CHECK_FALSE(sumOf(std::vector<MaskedVector>{{1}, {1, 2}}));
}

TEST_CASE("numbers are summed as whole numbers without bias, and what is too large is clipped") {
    const Quantizer quantizer(1, 100);
    const RandomBytes random = testRandom(3);
    const std::vector<double> values{0.3, -0.7, 5, std::nan("")};
    std::vector<MaskedVector> vectors;
    for (int client = 0; client < 100; ++client) {
        vectors.push_back(quantizer.quantize(values, random));
    }
    const auto sums = quantizer.restoreSum(*sumOf(vectors), 100);
    CHECK(sums[0] == doctest::Approx(30).epsilon(1e-6));
    CHECK(sums[1] == doctest::Approx(-70).epsilon(1e-6));
    CHECK(sums[2] == doctest::Approx(100).epsilon(1e-6));
    CHECK(std::abs(sums[3]) < 1e-4);
}

TEST_CASE("two sides agree on a seed that is another for another round") {
    const RandomBytes random = testRandom(4);
    const KeyPair first = makeKeyPair(random);
    const KeyPair second = makeKeyPair(random);
    CHECK(first.open != second.open);
    const auto seed = agreeOnSeed(first, second.open, "round 1", random);
    REQUIRE(seed);
    CHECK(seed == agreeOnSeed(second, first.open, "round 1", random));
    CHECK(seed != agreeOnSeed(second, first.open, "round 2", random));
    CHECK_FALSE(agreeOnSeed(first, Bytes(32), "round 1", random));
    CHECK_FALSE(agreeOnSeed(first, Bytes(31, 1), "round 1", random));
}

TEST_CASE("any of enough shares tell the secret, and too few tell another") {
    const std::uint64_t secret = 1234567890123456789ULL;
    const auto shares = shareSecret(secret, 3, 5, testRandom(5));
    CHECK(combineShares(std::vector<Share>{shares[4], shares[0], shares[2]}) == secret);
    CHECK(combineShares(shares) == secret);
    CHECK(combineShares(std::vector<Share>{shares[0], shares[1]}) != secret);
    CHECK_FALSE(combineShares({}));
    CHECK_FALSE(combineShares(std::vector<Share>{shares[0], shares[0]}));
    CHECK_FALSE(combineShares(std::vector<Share>{{0, 1}}));
    CHECK_FALSE(combineShares(std::vector<Share>{{1, kSharingPrime}}));
}

TEST_CASE("encrypted counts are summed without the key, also below 0") {
    const RandomBytes random = testRandom(6);
    const auto key = PaillierPrivateKey::make(kLeastPaillierBits, random);
    const PaillierPublicKey& open = key.publicKey();
    CHECK(open.n().bits() == kLeastPaillierBits);
    const BigNumber a = open.encrypt(1000, random);
    const BigNumber b = open.encrypt(-1234, random);
    CHECK_FALSE(a == open.encrypt(1000, random));
    CHECK(key.decryptInteger(open.sum(a, b)) == -234);
    CHECK(key.decryptInteger(open.times(b, 3)) == -3702);
    CHECK(key.decryptInteger(open.encrypt(INT64_MAX, random)) == INT64_MAX);
    CHECK_FALSE(key.decryptInteger(open.times(open.encrypt(INT64_MAX, random), 2)));
    CHECK_FALSE(key.decrypt(BigNumber(0)));
    CHECK_FALSE(key.decrypt(open.n()));
    CHECK_FALSE(key.decrypt(open.n() * open.n() + BigNumber(1)));
}

TEST_CASE("primes that make no key are refused") {
    CHECK_FALSE(PaillierPrivateKey::fromPrimes(BigNumber(7), BigNumber(7)));
    CHECK_FALSE(PaillierPrivateKey::fromPrimes(BigNumber(2), BigNumber(7)));
    CHECK_FALSE(PaillierPrivateKey::fromPrimes(BigNumber(3), BigNumber(7)));
    CHECK_FALSE(BigNumber::parse("12a"));
    CHECK_FALSE(BigNumber::parse(""));
    CHECK(BigNumber::parse("340282366920938463463374607431768211456")->decimal() ==
          "340282366920938463463374607431768211456");
}
