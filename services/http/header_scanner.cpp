// SPDX-License-Identifier: Apache-2.0
#include "services/http/header_scanner.h"

#include <array>

namespace holdfast::http {

namespace {

// What needs no second look wherever it stands: everything but controls, blanks and DEL.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table {};
    for (std::size_t byte = 0x21; byte < table.size(); ++byte) {
        table[byte] = byte != 0x7f;
    }
    return table;
}();

} // namespace

HeaderScanner::Verdict HeaderScanner::scan(QByteArrayView bytes)
{
    const char* const data = bytes.data();
    for (; m_position < bytes.size(); ++m_position) {
        const auto byte = static_cast<unsigned char>(data[m_position]);
        if (plain[byte] && !m_carriageReturn) {
            const qsizetype begin = m_position;
            while (m_position + 1 < bytes.size() && plain[static_cast<unsigned char>(data[m_position + 1])]) {
                ++m_position;
            }
            m_line += static_cast<int>(m_position + 1 - begin);
            continue;
        }
        if (m_carriageReturn) {
            if (byte != '\n') {
                return Verdict::Malformed;
            }
            m_carriageReturn = false;
            if (m_line == 0) {
                ++m_position;
                return Verdict::Complete;
            }
            m_line = 0;
            continue;
        }
        if (byte == '\r') {
            m_carriageReturn = true;
            continue;
        }
        const bool blank = byte == ' ' || byte == '\t';
        if ((byte < 0x20 && !blank) || byte == 0x7f || (blank && m_line == 0)) {
            return Verdict::Malformed;
        }
        ++m_line;
    }
    return Verdict::NeedMore;
}

} // namespace holdfast::http
