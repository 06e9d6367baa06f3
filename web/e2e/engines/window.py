#!/usr/bin/python3
"""A WebKitGTK window that a driver can control. WebKitWebDriver 2.50 has no command for
printing, so webkit.messageHandlers.print.postMessage("") in a page prints the page to the
file in PRINT_TO."""
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
window = Gtk.Window()
window.set_default_size(1000, 900)
printing = []  # keeps operations from being garbage-collected before they end


def new_view():
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    pages = view.get_user_content_manager()
    pages.connect("script-message-received::print", lambda *_: write(view))
    pages.register_script_message_handler("print")
    window.add(view)
    window.show_all()
    return view


def write(view):
    path = os.environ["PRINT_TO"]
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path + ".part"))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.connect("finished", lambda *_: os.rename(path + ".part", path))
    operation.connect("failed", lambda _, error: print("printing failed:", error.message, flush=True))
    printing.append(operation)
    operation.print_()


def started(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("Factframe")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect("create-web-view", lambda _: new_view())


context.connect("automation-started", started)
Gtk.main()
