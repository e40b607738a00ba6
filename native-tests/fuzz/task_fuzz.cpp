#include "core/task/task.h"
#include "core/variables/variables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto value =
        cartouche::json::checkJson(std::string(reinterpret_cast<const char*>(bytes), size));
    if (const auto task = value ? cartouche::task::readTask(*value)
                                : std::unexpected(cartouche::diagnostics::Diagnostic())) {
        static const auto interface = cartouche::config::parseLabelConfig(
            R"(<View><Image name="i" value="$a.b[0].c"/><Text name="t" value="x $a $b[1]"/>
  <Paragraphs name="p" value="$a"/><List name="l" value="$a"/><Table name="o" value="$a"/>
  <TimeSeries name="s" value="$a" valueType="json"><Channel column="1"/></TimeSeries>
  <Text name="e" value="$b" encoding="base64unicode"/><Choices name="c" toName="t" value="$a"/>
  <Taxonomy name="x" toName="t" value="$a"/></View>)");
        cartouche::task::checkTask(interface, *task);
        cartouche::variables::resolveVariables("$a.b[0].c", task->data);
        cartouche::variables::resolveVariables("x $a $b[1]", task->data);
    }
    return 0;
}
