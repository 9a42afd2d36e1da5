// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/embedding.h"
#include "app/holdfastd/event_work.h"
#include "app/holdfastd/mail_work.h"
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/server_options.h"
#include "app/holdfastd/service.h"
#include "app/holdfastd/stop_signal.h"
#include "app/holdfastd/surroundings.h"
#include "app/holdfastd/verbs.h"
#include "services/security/certificate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <systemd/sd-daemon.h>

namespace holdfast::daemon {

using contract::Result;

namespace {

// The one line that tells whoever started the service where it is.
void announce(const Service& service, const QByteArray& certificateSha256)
{
    QJsonObject line {{QStringLiteral("url"), service.url()}};
    if (!certificateSha256.isEmpty()) {
        line.insert(QStringLiteral("certificateSha256"), QString::fromLatin1(certificateSha256.toHex()));
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    sd_notify(0, "READY=1");
}

int serve(const Options& options)
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddThh:mm:ss.zzzt} %{type} %{category}: %{message}"));
    const StopSignal stop; // before any thread is made, so that all of them leave the signals to it
    Embedding embedding;
    if (options.has("embedded")) {
        auto handed = Embedding::readFrom(stdin);
        if (!handed) {
            return complain(handed.error());
        }
        embedding = std::move(*handed);
    }
    auto server = serverOptions(options);
    if (!server) {
        return complain(server.error());
    }
    QByteArray pinned;
    if (options.has("embedded")) {
        const security::Certificate own = security::selfSigned({QStringLiteral("localhost"), server->address},
                                                               std::chrono::hours(24 * 365));
        server->certificatePem = own.certificatePem;
        server->keyPem = own.keyPem;
        pinned = own.sha256;
    }
    const auto eventOptions = EventWork::optionsOf(options);
    if (!eventOptions) {
        return complain(eventOptions.error());
    }
    auto mail = mailOptions(options);
    if (!mail) {
        return complain(mail.error());
    }
    const bool fresh = options.has("embedded") && DataDirectory::isFresh(options.value("data-dir"));
    auto opened = fresh ? createStore(options, embedding.masterKey) : openStore(options, embedding.masterKey);
    if (!opened) {
        return complain(opened.error());
    }
    if (!fresh) {
        if (const auto whole = opened->store->acceptHead(options.has("accept-event-loss")); !whole) {
            return complain(whole.error());
        }
    }
    opened->store->keepHead();
    const EventWork eventWork(*opened->store, *eventOptions);
    MailWork mailWork(*opened->store, std::move(*mail));
    Service service(*opened->store, std::move(*server), std::move(embedding.secret),
                    surroundingsOf(*opened->directory, options), options.values("log-level"),
                    mailWork.facts(),
                    {[&eventWork] { return eventWork.anchorFault(); },
                     [&eventWork] {
                         return eventWork.isSyslogReachable();
                     }});
    if (const auto started = service.start(); !started) {
        return complain(started.error());
    }
    announce(service, pinned);
    stop.wait(options.has("embedded"));
    sd_notify(0, "STOPPING=1");
    mailWork.stop();
    service.stop();
    return 0;
}

} // namespace

Verb serveVerb()
{
    return {QStringLiteral("serve"),
            QStringLiteral("Runs the service; prints one line of JSON with its url once it is ready."),
            QList<Flag> {dataDirectoryFlag(), keyDirectoryFlag()} + serverFlags() + mailFlags()
                + QList<Flag> {{"accept-event-loss", nullptr,
                                "Go on although the event log lost its tail; that is an event itself."},
                               {"syslog", "TARGET",
                                "Sends every event: udp://HOST:PORT, tcp://HOST:PORT, tls://HOST:PORT or "
                                "local:PATH."},
                               {"syslog-ca", "FILE",
                                "PEM authorities of the syslog server's certificate; those of the system by "
                                "default."},
                               {"anchor-file", "FILE",
                                "Appends the end of the event chain, for audit verify: a file on another "
                                "machine's share."},
                               {"embedded", nullptr,
                                "Started by the console: secret on standard input, ends with it."},
                               configFlag()},
            serve};
}

} // namespace holdfast::daemon
