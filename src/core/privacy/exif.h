#pragma once

#include "core/privacy/image_metadata.h"

namespace cartouche::privacy {

/// Reads the TIFF structure of an Exif block; what is broken in it counts as not there.
PictureFacts readExif(ByteView tiff);

/// A JPEG segment of 36 bytes with an Exif that tells the orientation and nothing else.
Bytes orientationSegment(int orientation);

} // namespace cartouche::privacy
