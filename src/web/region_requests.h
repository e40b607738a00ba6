#pragma once

#include "web/instance.h"
#include "web/params.h"

#include <string>

namespace cartouche::web {

// The requests about single regions of shell/protocol.ts; each appends its reply as JSON text.
void region(Instance& instance, const Params& params, std::string& reply);
void doToRegions(Instance& instance, const Params& params, std::string& reply);
void updateRegion(Instance& instance, const Params& params, std::string& reply);

} // namespace cartouche::web
