#include "cli/redact_image.h"

#include "cli/answers_input.h"
#include "cli/json_stream.h"
#include "core/image/decode.h"
#include "core/image/orientation.h"
#include "core/image/picture_png.h"
#include "core/privacy/image_metadata.h"
#include "core/privacy/region_hiding.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <expected>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <utility>

namespace cartouche::cli {

namespace {

constexpr int kBadInput = 1;

using image::Picture;

int writeOut(const std::string& out, std::string_view bytes) {
    if (out.empty()) {
        std::cout << bytes;
        return std::cout.flush() ? 0 : kBadInput;
    }
    std::ofstream file(out, std::ios::binary);
    file << bytes;
    if (!file.flush()) {
        std::cerr << out << ": this file cannot be written\n";
        return kBadInput;
    }
    return 0;
}

int strip(const std::string& name, const std::string& file, const std::string& out) {
    const auto stripped = privacy::stripMetadata(privacy::bytesOf(file));
    if (!stripped) {
        std::cerr << name << ": " << stripped.error() << '\n';
        return kBadInput;
    }
    std::cerr << std::format("{} bytes left out, no pixel touched. What the picture shows is still "
                             "there\n",
                             file.size() - std::min(file.size(), stripped->size()));
    return writeOut(out, privacy::textOf(*stripped));
}

/// As an Exif says; 1 for formats that have none. Browsers do not agree whether that of a PNG
/// counts.
std::expected<int, std::string> orientationOf(privacy::ByteView file, std::string_view text) {
    const auto toOrientation = [](const privacy::PictureFacts& facts) { return facts.orientation; };
    if (text.starts_with("\xFF\xD8")) {
        return privacy::readJpegFacts(file).transform(toOrientation);
    }
    if (!text.starts_with("\x89PNG")) {
        return 1;
    }
    auto orientation = privacy::readPngFacts(file).transform(toOrientation);
    if (orientation && *orientation != 1) {
        return std::unexpected("This PNG says that it is to be turned, which not all programs do: "
                               "save it upright first, so that it is clear where regions lie");
    }
    return orientation;
}

std::string describe(const image::Refusal& refusal) {
    switch (refusal.fault) {
    case image::Fault::UnknownFormat:
        return "Regions are hidden on PNG, JPEG, GIF, BMP, PSD, HDR, TGA and PNM, and this is none "
               "of them. Save it as PNG first";
    case image::Fault::TooLarge:
        return std::format("This picture is too large: more than {} pixels", image::kMostPngPixels);
    case image::Fault::Broken:
        break;
    }
    return std::format("This picture cannot be read: {}", refusal.reason);
}

/// Upright.
std::expected<Picture, std::string> readPicture(const std::string& file) {
    const privacy::Bytes bytes = privacy::bytesOf(file);
    const auto orientation = orientationOf(bytes, file);
    if (!orientation) {
        return std::unexpected(orientation.error());
    }
    auto picture = image::decode(bytes, image::kMostPngPixels);
    if (!picture) {
        return std::unexpected(describe(picture.error()));
    }
    auto turned = image::upright(std::move(*picture), *orientation);
    return turned ? std::expected<Picture, std::string>(std::move(*turned))
                  : std::unexpected("Memory does not suffice to turn this picture upright");
}

void hide(const Picture& picture, const geometry::Mask& mask, std::string_view how) {
    const privacy::Pixels pixels{picture.bytes(), static_cast<std::size_t>(picture.size.width),
                                 static_cast<std::size_t>(picture.size.height), Picture::kChannels};
    const privacy::PixelRegion region{.left = static_cast<std::size_t>(mask.left),
                                      .top = static_cast<std::size_t>(mask.top),
                                      .right = static_cast<std::size_t>(mask.left + mask.width),
                                      .bottom = static_cast<std::size_t>(mask.top + mask.height),
                                      .mask = mask.alpha};
    if (how == "pixelate") {
        privacy::pixelateRegion(pixels, region, privacy::suggestedBlock(region));
    } else if (how == "blur") {
        privacy::blurRegion(pixels, region, privacy::suggestedRadius(region));
    } else {
        constexpr std::array<std::uint8_t, Picture::kChannels> kBlack{0, 0, 0, 0xFF};
        privacy::fillRegion(pixels, region, kBlack);
    }
}

std::size_t pixelsOf(const geometry::Mask& mask) {
    return mask.alpha.size() - static_cast<std::size_t>(std::ranges::count(mask.alpha, 0));
}

void writeReport(const HiddenRegions& hidden, const std::string& how) {
    JsonStream json(std::cout);
    json.open('{');
    json.key("hide");
    json.text(how);
    json.key("regions");
    json.open('[');
    for (const HiddenRegion& region : hidden.regions) {
        json.open('{');
        json.key("id");
        json.text(region.id);
        json.key("labels");
        json.open('[');
        for (const std::string& label : region.labels) {
            json.text(label);
        }
        json.close(']');
        json.key("pixels");
        json.count(pixelsOf(region.mask));
        json.close('}');
    }
    json.close(']');
    json.key("others");
    json.count(hidden.others);
    json.close('}');
    std::cout << '\n';
}

/// For people, on standard error, as the picture may go to standard output.
void writeSummary(const HiddenRegions& hidden, const ImageRedaction& redaction) {
    for (const std::string& label : hidden.unusedLabels) {
        std::cerr << std::format("{}: no region has the label \"{}\"\n", redaction.regions.file,
                                 label);
    }
    std::cerr << std::format(
        "{} regions hidden by {}, {} with other labels left. The picture is now "
        "a PNG without metadata and colour profile; its other pixels are as "
        "they were decoded, with 8 bits a channel\n",
        hidden.regions.size(), redaction.hide, hidden.others);
    if (redaction.hide != "fill") {
        std::cerr << "What is blurred or pixelated can be made out again, the more so the smaller "
                     "it is: only fill hides for sure\n";
    }
}

int hideRegions(const ImageRedaction& redaction, const std::string& name, const std::string& file,
                const std::string& out, bool isJson) {
    const auto picture = readPicture(file);
    if (!picture) {
        std::cerr << name << ": " << picture.error() << '\n';
        return kBadInput;
    }
    const HiddenRegions hidden =
        readHiddenRegions(redaction.regions, {std::filesystem::path(name).filename().string(),
                                              picture->size.width, picture->size.height});
    if (!hidden.findings.empty()) {
        printFindings(hidden.findings);
        std::cerr << "Nothing is written, as not all that is meant can be hidden\n";
        return kBadInput;
    }
    for (const HiddenRegion& region : hidden.regions) {
        hide(*picture, region.mask, redaction.hide);
    }
    const auto png = image::writePng(*picture);
    if (png.empty()) {
        std::cerr << name << ": memory does not suffice to write this picture\n";
        return kBadInput;
    }
    writeSummary(hidden, redaction);
    const int code = writeOut(out, privacy::textOf(png));
    if (isJson && code == 0) {
        writeReport(hidden, redaction.hide);
    }
    return code;
}

} // namespace

void addImageOptions(CLI::App& command, ImageRedaction& redaction) {
    CLI::Option* regions = command.add_option(
        "--regions", redaction.regions.file,
        "Tasks, an annotation or results whose regions are hidden on the image, written as PNG");
    command
        .add_option("--hide", redaction.hide,
                    "How: fill is sure; what is pixelated or blurred can be made out again, above "
                    "all if it is small")
        ->check(CLI::IsMember({"fill", "pixelate", "blur"}))
        ->needs(regions)
        ->capture_default_str();
    command
        .add_option("--labels", redaction.regions.labels,
                    "Hide regions with these labels alone, separated by commas")
        ->delimiter(',')
        ->needs(regions);
    command
        .add_option("--task", redaction.regions.task,
                    "Id of the image's task; without it, the one whose data names the image's file")
        ->needs(regions);
    command
        .add_option("--object", redaction.regions.object,
                    "Of several labeled images of the task, the name of the one")
        ->needs(regions);
}

bool isPngName(std::string_view path) {
    return path.ends_with(".png") || path.ends_with(".PNG");
}

int redactImage(const ImageRedaction& redaction, const std::string& name, const std::string& file,
                const std::string& out, bool isJson) {
    return redaction.regions.file.empty() ? strip(name, file, out)
                                          : hideRegions(redaction, name, file, out, isJson);
}

} // namespace cartouche::cli
