// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/listen_address.h"

#include <arpa/inet.h>

namespace holdfast::daemon {

contract::Result<ListenAddress> parseListenAddress(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString address = text.left(colon);
    const bool bracketed = address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']'));
    if (bracketed) {
        address = address.mid(1, address.size() - 2);
    } else if (address == QLatin1String("localhost")) {
        address = QStringLiteral("127.0.0.1");
    }
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    in6_addr room {};
    if (colon < 1 || !isNumber
        || inet_pton(bracketed ? AF_INET6 : AF_INET, address.toLatin1().constData(), &room) != 1) {
        return contract::failure(
            contract::ErrorKind::InvalidRequest, QStringLiteral("address_invalid"),
            QStringLiteral("\"%1\" is no address and port such as 127.0.0.1:8443 or [::1]:8443.").arg(text));
    }
    return ListenAddress {address, port};
}

} // namespace holdfast::daemon
