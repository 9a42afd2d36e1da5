// SPDX-License-Identifier: Apache-2.0
#include "services/http/log.h"

#include <cstdlib>
#include <cxxabi.h>
#include <typeinfo>

namespace holdfast::http {

Q_LOGGING_CATEGORY(httpLog, "holdfast.http")

QByteArray typeName(const std::exception& failure)
{
    const char* const mangled = typeid(failure).name();
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(mangled, nullptr, nullptr, &status), &std::free);
    return name ? QByteArray(name.get()) : QByteArray(mangled);
}

} // namespace holdfast::http
