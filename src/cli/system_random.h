#pragma once

#include "core/privacy/bytes.h"

namespace cartouche::cli {

/// Bytes of the system's generator for keys and noise.
privacy::RandomBytes systemRandom();

} // namespace cartouche::cli
