# SPDX-License-Identifier: Apache-2.0
# Three Debian packages: holdfast (the console), holdfastd (the service) and holdfast-agent (a workstation's side). The components whose names end in -debian hold
# what Debian wants besides, at absolute paths; a plain `cmake --install` leaves them out.
set(debian "${CMAKE_CURRENT_SOURCE_DIR}/debian")
configure_file("${debian}/changelog.in" "${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian" @ONLY)
execute_process(COMMAND gzip --best --no-name --force --keep changelog.Debian WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
foreach(package IN ITEMS console:holdfast service:holdfastd agent:holdfast-agent)
  string(REPLACE ":" ";" pair ${package})
  list(GET pair 0 component)
  list(GET pair 1 name)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian.gz" "${debian}/copyright"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${name}" COMPONENT ${component}-debian EXCLUDE_FROM_ALL)
endforeach()
install(FILES holdfastd.ini DESTINATION /etc/holdfast COMPONENT service-debian EXCLUDE_FROM_ALL)
install(FILES "${debian}/holdfastd.sysusers" DESTINATION lib/sysusers.d RENAME holdfastd.conf
        COMPONENT service-debian EXCLUDE_FROM_ALL)
install(FILES "${debian}/holdfastd.tmpfiles" DESTINATION lib/tmpfiles.d RENAME holdfastd.conf
        COMPONENT service-debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Holdfast")
set(CPACK_PACKAGE_CONTACT "Holdfast maintainers <maintainers@holdfast.invalid>")
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL console console-debian service service-debian agent agent-debian)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_HOLDFAST_PACKAGE_NAME holdfast)
set(CPACK_DEBIAN_HOLDFAST_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_HOLDFAST_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6")
set(CPACK_DEBIAN_HOLDFAST_PACKAGE_RECOMMENDS "holdfastd (= ${PROJECT_VERSION}-1), fonts-inter, qt6-translations-l10n, gnome-keyring | kwalletmanager")
set(CPACK_COMPONENT_HOLDFAST_DESCRIPTION
    "desktop console of the Holdfast authentication service
Administrators and the help desk manage people, tokens, policies and emergency
codes with it, and see in plain words why somebody cannot log on.

It starts an authentication service of its own (package holdfastd), or connects
to one that runs elsewhere.")

set(CPACK_DEBIAN_HOLDFASTD_PACKAGE_NAME holdfastd)
set(CPACK_DEBIAN_HOLDFASTD_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_HOLDFASTD_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
set(CPACK_DEBIAN_HOLDFASTD_PACKAGE_SUGGESTS "freeradius-rest")
set(CPACK_DEBIAN_HOLDFASTD_PACKAGE_CONTROL_EXTRA
    "${debian}/holdfastd/conffiles;${debian}/holdfastd/postinst;${debian}/holdfastd/postrm;${debian}/holdfastd/prerm")
set(CPACK_COMPONENT_HOLDFASTD_DESCRIPTION
    "service that decides who may sign in with one-time codes
It checks one-time codes (HOTP, TOTP, SecurID software tokens), PINs and
emergency codes, counts failures, locks, and keeps a record of everything that
shows any change.

VPN gateways and other programs ask it over REST, or over RADIUS through
FreeRADIUS.")

set(CPACK_DEBIAN_HOLDFAST-AGENT_PACKAGE_NAME holdfast-agent)
set(CPACK_DEBIAN_HOLDFAST-AGENT_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_HOLDFAST-AGENT_PACKAGE_DEPENDS "libpam-runtime, libtss2-tcti-device0")
set(CPACK_DEBIAN_HOLDFAST-AGENT_PACKAGE_CONTROL_EXTRA
    "${debian}/holdfast-agent/postinst;${debian}/holdfast-agent/postrm;${debian}/holdfast-agent/prerm")
set(CPACK_COMPONENT_HOLDFAST-AGENT_DESCRIPTION
    "sign in to this computer with one-time codes, also without a network
People sign in through PAM with the codes of their tokens: the Holdfast
service decides where it is in reach, and data that it sent before where it
is not.

What is kept here is sealed by the computer's TPM 2.0 where there is one.")

include(CPack)
foreach(package IN ITEMS console:holdfast service:holdfastd agent:holdfast-agent)
  string(REPLACE ":" ";" pair ${package})
  list(GET pair 0 component)
  list(GET pair 1 name)
  cpack_add_component_group(${name})
  cpack_add_component(${component} GROUP ${name})
  cpack_add_component(${component}-debian GROUP ${name})
endforeach()
