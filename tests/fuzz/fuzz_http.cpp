// SPDX-License-Identifier: Apache-2.0
#include "services/http/header_scanner.h"
#include "services/http/request_parser.h"
#include "services/http/request_target.h"

#include <cstdint>

// A request off the network. The first byte says into how large pieces it is cut on its way: what is
// understood of it must not depend on that.
namespace {

using namespace holdfast::http;

constexpr qint64 largestBody = 4096;

struct Understood
{
    bool whole = false;
    QByteArray method;
    QByteArray target;
    QByteArray host;
    QByteArray body;
    qsizetype size = 0; // of the request on the wire
    bool operator==(const Understood&) const = default;
};

Understood understand(QByteArrayView wire, qsizetype piece)
{
    HeaderScanner scanner;
    RequestParser parser;
    qsizetype there = 0;
    auto verdict = HeaderScanner::Verdict::NeedMore;
    while (verdict == HeaderScanner::Verdict::NeedMore && there < wire.size()) {
        there = std::min(there + piece, wire.size());
        verdict = scanner.scan(wire.first(there));
    }
    parser.reset();
    if (verdict != HeaderScanner::Verdict::Complete || parser.readHead(wire.first(scanner.size()))) {
        return {};
    }
    Understood found {.method = parser.head().method,
                      .target = parser.head().target,
                      .host = parser.head().host,
                      .size = scanner.size()};
    if (!parser.head().hasBody()) {
        found.whole = true;
        return found;
    }
    parser.limitBody(largestBody);
    there = std::max(there, found.size);
    for (;;) {
        const auto step = parser.readBody(wire.sliced(found.size, there - found.size));
        if (step.consumed < 0 || step.consumed > there - found.size) {
            __builtin_trap();
        }
        found.size += step.consumed;
        if (step.step == RequestParser::Step::Done) {
            found.body = parser.takeBody();
            found.whole = true;
            return found;
        }
        if (step.step == RequestParser::Step::Refused || there == wire.size()) {
            return {};
        }
        there = std::min(there + piece, wire.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArrayView wire(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    const Understood atOnce = understand(wire, std::max<qsizetype>(1, wire.size()));
    if (understand(wire, 1 + data[0] % 61) != atOnce || atOnce.body.size() > largestBody) {
        __builtin_trap();
    }
    const auto target = splitTarget(atOnce.target);
    if (atOnce.whole && target && !target->path.startsWith('/')) {
        __builtin_trap();
    }
    if (target) {
        (void)percentDecoded(target->path);
        (void)parseQuery(target->query);
    }
    return 0;
}
