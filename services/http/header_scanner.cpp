// SPDX-License-Identifier: Apache-2.0
#include "services/http/header_scanner.h"

namespace holdfast::http {

HeaderScanner::Verdict HeaderScanner::scan(QByteArrayView bytes)
{
    const char* const data = bytes.data();
    for (; m_position < bytes.size(); ++m_position) {
        const auto byte = static_cast<unsigned char>(data[m_position]);
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
