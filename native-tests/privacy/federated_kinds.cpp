// Computes the reference vectors of models that many train, of secure sums, and of pictures.

#include "core/privacy/cipher.h"
#include "core/privacy/federated_average.h"
#include "core/privacy/image_metadata.h"
#include "core/privacy/paillier.h"
#include "core/privacy/region_hiding.h"
#include "core/privacy/secret_sharing.h"
#include "core/privacy/secure_sum.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <iterator>

namespace cartouche::tests {

namespace {

using namespace privacy;

std::vector<ClientUpdate> updatesOf(const Json& rows) {
    std::vector<ClientUpdate> updates;
    for (const Json& row : rows) {
        updates.push_back({row.get<std::vector<double>>(), 1});
    }
    return updates;
}

Json average(const Vector& vector) {
    std::vector<ClientUpdate> updates;
    for (const Json& result : vector.input["results"]) {
        updates.push_back({result[0].get<std::vector<double>>(), result[1].get<double>()});
    }
    return federatedAverage(updates).value();
}

Json trimmed(const Vector& vector) {
    return trimmedMean(updatesOf(vector.input["rows"]), vector.input["beta"].get<double>()).value();
}

Json krum(const Vector& vector) {
    const Krum krum =
        multiKrum(updatesOf(vector.input["weights"]), vector.input["malicious"].get<std::size_t>(),
                  vector.input["keep"].get<std::size_t>())
            .value();
    return {{"scores", krum.scores}, {"mean_of_two", krum.mean}};
}

Json clip(const Vector& vector) {
    return clipped(vector.input["v"].get<std::vector<double>>(), vector.input["c"].get<double>());
}

BigNumber numberIn(const Json& input, const char* key) {
    return BigNumber::parse(input[key].dump()).value();
}

Json jsonOf(const BigNumber& number) {
    return *json::parseJson(number.decimal());
}

Json paillierEncrypt(const Vector& vector) {
    const Json& input = vector.input;
    const auto key = PaillierPrivateKey::fromPrimes(numberIn(input, "p"), numberIn(input, "q"));
    REQUIRE(key);
    const BigNumber c = key->publicKey().encrypt(numberIn(input, "m"), numberIn(input, "r"));
    CHECK(key->decrypt(c) == numberIn(input, "m"));
    return jsonOf(c);
}

/// The private key of an n that is small enough to factor.
PaillierPrivateKey factored(std::uint64_t n) {
    std::uint64_t p = 3;
    while (n % p != 0) {
        p += 2;
    }
    return PaillierPrivateKey::fromPrimes(BigNumber(p), BigNumber(n / p)).value();
}

Json paillierSum(const Vector& vector) {
    const Json& input = vector.input;
    const PaillierPrivateKey key = factored(input["n"].get<std::uint64_t>());
    const BigNumber c1 = numberIn(input, "c1");
    const BigNumber sum = key.publicKey().sum(c1, numberIn(input, "c2"));
    return {{"sum", jsonOf(key.decrypt(sum).value())},
            {"times7", jsonOf(key.decrypt(key.publicKey().times(c1, 7)).value())}};
}

Json shamir(const Vector& vector) {
    const auto coefficients = vector.input["coef"].get<std::vector<std::uint64_t>>();
    const std::size_t count = vector.expect["shares"].size();
    const std::vector<Share> shares = sharesOf(coefficients, count);
    Json rows = Json::array();
    for (const Share& share : shares) {
        rows.push_back({share.x, share.y});
    }
    const auto last = std::span(shares).last(coefficients.size());
    return {{"shares", rows}, {"secret", combineShares(last).value()}};
}

Json masks(const Vector& vector) {
    const Json& input = vector.input;
    std::vector<std::vector<PairSeed>> seeds(input["inputs"].size());
    for (const auto& [pair, seed] : input["pair_seeds"].items()) {
        const std::size_t first = std::stoul(pair);
        const std::size_t second = std::stoul(pair.substr(pair.find('-') + 1));
        seeds[first].push_back({second, bytesOf(seed.get<std::string>())});
        seeds[second].push_back({first, bytesOf(seed.get<std::string>())});
    }
    std::vector<MaskedVector> vectors;
    for (std::size_t own = 0; own < seeds.size(); ++own) {
        vectors.push_back(
            masked(input["inputs"][own].get<MaskedVector>(), own, seeds[own], shaMask));
    }
    return {{"masked", vectors}, {"sum_mod_2_32", sumOf(vectors).value()}};
}

Json stripFile(const Vector& vector) {
    const auto path = vector.datasets / vector.input["file"].get<std::string>();
    std::ifstream stream(path, std::ios::binary);
    REQUIRE_MESSAGE(stream, path.string() << " cannot be read");
    const Bytes file = bytesOf(std::string{std::istreambuf_iterator<char>(stream), {}});
    const PictureFacts facts = readJpegFacts(file).value();
    const Bytes stripped = stripJpeg(file).value();
    const PictureFacts left = readJpegFacts(stripped).value();
    return {{"size_before", file.size()},
            {"size_after", stripped.size()},
            {"sha256_after", hexOf(digestOf(Digest::Sha256, stripped))},
            {"gps", facts.place ? Json(*facts.place) : Json()},
            {"orientation", facts.orientation},
            {"remaining_exif", left.place || left.orientation != facts.orientation},
            {"size_with_orientation6", stripJpeg(file, 6).value().size()}};
}

Json stripPngOf(const Vector& vector) {
    return hexOf(stripPng(parseHex(vector.input["png_hex"].get<std::string>()).value()).value());
}

Json stripWebpOf(const Vector& vector) {
    return hexOf(stripWebp(parseHex(vector.input["webp_hex"].get<std::string>()).value()).value());
}

Json pixelate(const Vector& vector) {
    auto rows = vector.input["image"].get<std::vector<std::vector<std::uint8_t>>>();
    Bytes bytes;
    for (const auto& row : rows) {
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    const auto [left, top, right, bottom] =
        vector.input["region"].get<std::array<std::size_t, 4>>();
    const std::size_t width = rows.front().size();
    pixelateRegion({bytes, width, rows.size(), 1}, {left, top, right, bottom},
                   vector.input["block"].get<std::size_t>());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        rows[at / width][at % width] = bytes[at];
    }
    return rows;
}

constexpr std::array kKinds{
    Kind{"federated_he", "fedavg", average},
    Kind{"federated_he", "trimmed_mean", trimmed},
    Kind{"federated_he", "multikrum", krum},
    Kind{"federated_he", "clip", clip},
    Kind{"federated_he", "paillier_homomorphism", paillierSum},
    Kind{"federated_he", "paillier", paillierEncrypt},
    Kind{"federated_he", "shamir", shamir},
    Kind{"federated_he", "masks", masks},
    Kind{"media", "strip_png", stripPngOf},
    Kind{"media", "strip_webp", stripWebpOf},
    Kind{"media", "strip_", stripFile},
    Kind{"media", "pixelate", pixelate},
};

} // namespace

std::span<const Kind> federatedKinds() {
    return kKinds;
}

} // namespace cartouche::tests
