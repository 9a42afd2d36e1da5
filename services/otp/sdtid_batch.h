// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/xml_tree.h"

#include <functional>

// Splits an sdtid batch (SecurID token records in XML) into its records. This runs in the reader program, not
// in the service.
namespace holdfast::otp {

// One TKN with what its batch's header says for all.
class SdtidRecord
{
public:
    SdtidRecord(int position, const XmlElement& header, const XmlElement& token)
        : m_position(position)
        , m_header(header)
        , m_token(token)
    { }

    [[nodiscard]] int position() const { return m_position; }
    // The token's own value, else the batch's default (Def...), else the batch's value; trimmed, empty where
    // there is none.
    [[nodiscard]] QString field(const QString& name) const;
    // A document of this record alone, as libstoken reads it; every text as it stood, for MACs cover it, but
    // without the invisible characters that copying by hand leaves in base64.
    [[nodiscard]] QByteArray document() const;

private:
    int m_position;
    const XmlElement& m_header;
    const XmlElement& m_token;
};

// Calls `take` for each record in order, until it answers false. Answers what is wrong with the whole file.
[[nodiscard]] std::optional<ImportFault> splitSdtid(QByteArrayView file,
                                                    const std::function<bool(const SdtidRecord&)>& take);

} // namespace holdfast::otp
