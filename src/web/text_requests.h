#pragma once

#include "web/instance.h"
#include "web/params.h"

#include <string>

namespace cartouche::web {

// The requests about texts of shell/protocol.ts; each appends its reply as JSON text.
void markupRead(Instance& instance, const Params& params, std::string& reply);
void textFetched(Instance& instance, const Params& params, std::string& reply);
void textHeight(Instance& instance, const Params& params, std::string& reply);
void textSelect(Instance& instance, const Params& params, std::string& reply);
void textPress(Instance& instance, const Params& params, std::string& reply);
void textInView(Instance& instance, const Params& params, std::string& reply);
void textEnds(Instance& instance, const Params& params, std::string& reply);

} // namespace cartouche::web
