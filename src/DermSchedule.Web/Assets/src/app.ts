// Makes the pages quicker where scripts run. Every page works without this file: real links, real forms.
import "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import Body from "./body";
import Countdown from "./countdown";
import Keep from "./keep";
import Live from "./live";
import Photos from "./photos";
import Share from "./share";
import Strip from "./strip";
import { announceNewPages, forgetNews, keepPlacesOnThePage, leaveForWholePages, sayWhenOffline, showBusyButtons } from "./pages";

const application = Application.start();
application.register("body", Body);
application.register("countdown", Countdown);
application.register("keep", Keep);
application.register("live", Live);
application.register("photos", Photos);
application.register("share", Share);
application.register("strip", Strip);

announceNewPages();
showBusyButtons();
keepPlacesOnThePage();
leaveForWholePages();
sayWhenOffline();
forgetNews();
