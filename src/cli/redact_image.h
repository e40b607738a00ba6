#pragma once

#include "cli/hidden_regions.h"

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// What is to be done to an image besides taking its metadata away.
struct ImageRedaction {
    /// Nothing is hidden without a file of regions.
    RegionChoice regions;
    /// fill, pixelate or blur.
    std::string hide = "fill";
};

/// Adds --regions and what goes with it.
void addImageOptions(CLI::App& command, ImageRedaction& redaction);

bool isPngName(std::string_view path);

/// Writes an image without metadata to `out`, or to standard output if that is "". Where regions
/// are to be hidden it is decoded (by core/image, whose formats are meant), turned upright by its
/// Exif, and written as a PNG with 8 bits a channel and no colour profile: pixels of 8 bits beyond
/// the regions are those that decoding gave, as a PNG loses none. Else no pixel is touched, and the
/// format stays. Nothing is written unless all regions that are meant could be hidden. `isJson`:
/// what was hidden, to standard output. Returns the exit code.
int redactImage(const ImageRedaction& redaction, const std::string& name, const std::string& file,
                const std::string& out, bool isJson);

} // namespace cartouche::cli
