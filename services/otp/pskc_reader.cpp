// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_reader.h"

#include "services/otp/pskc_record.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

class PskcReader
{
public:
    PskcReader(QByteArrayView file, const TokenFileKeys& keys)
        : m_source(file)
        , m_protection(keys)
    { }

    TokenRecords read()
    {
        if (!enterContainer()) {
            return tl::make_unexpected(*m_fault);
        }
        while (m_source.nextChild()) {
            const auto element = m_source.readElement();
            if (!element || !take(*element)) {
                break;
            }
        }
        if (m_source.fault()) {
            return tl::make_unexpected(*m_source.fault());
        }
        if (m_fault) {
            return tl::make_unexpected(*m_fault);
        }
        if (m_records.empty()) {
            return tl::make_unexpected(ImportFault {u"no_records"_s, u"The file holds no keys."_s,
                                                    u"Check that this is the right file."_s});
        }
        return std::move(m_records);
    }

private:
    bool enterContainer()
    {
        if (!m_source.nextChild()) {
            m_fault = m_source.fault();
            return false;
        }
        if (m_source.name() != u"KeyContainer") {
            m_fault = ImportFault {u"not_pskc"_s, u"The file is XML, but no PSKC key container."_s,
                                   u"Check the format; a file that begins with TKNBatch is sdtid."_s};
            return false;
        }
        const QString version = m_source.attribute(u"Version"_s);
        if (!version.isEmpty() && version != u"1.0" && version != u"1") {
            m_fault = ImportFault {u"version_not_supported"_s,
                                   u"The file is of another version of PSKC than 1.0."_s,
                                   u"Ask for it as PSKC 1.0 (RFC 6030)."_s};
            return false;
        }
        return true;
    }

    // False ends the reading.
    bool take(const XmlElement& element)
    {
        if (element.name == u"EncryptionKey") {
            m_fault = m_protection.takeEncryptionKey(element);
        } else if (element.name == u"MACMethod") {
            m_fault = m_protection.takeMacMethod(element);
        } else if (element.name == u"KeyPackage") {
            takeKeys(element);
        }
        return !m_fault;
    }

    void takeKeys(const XmlElement& keyPackage)
    {
        for (const XmlElement& key : keyPackage.children) {
            if (key.name != u"Key") {
                continue;
            }
            if (m_records.size() == maxTokenRecords) {
                m_fault = ImportFault {u"too_many_records"_s,
                                       u"The file holds more than %1 keys."_s.arg(maxTokenRecords),
                                       u"Split it into several files."_s};
                return;
            }
            const int position = static_cast<int>(m_records.size()) + 1;
            m_records.push_back(readPskcKey(position, keyPackage, key, m_protection));
            const auto& token = m_records.back().token;
            if (!token && PskcProtection::concernsWholeFile(token.error())) {
                m_fault = token.error();
                return;
            }
        }
    }

    XmlSource m_source;
    PskcProtection m_protection;
    std::vector<TokenRecord> m_records;
    std::optional<ImportFault> m_fault;
};

} // namespace

TokenRecords readPskc(QByteArrayView file, const TokenFileKeys& keys)
{
    return PskcReader(file, keys).read();
}

} // namespace holdfast::otp
