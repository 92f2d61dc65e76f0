/** What tests of every module share: real servers, transcripts, real mail clients. */
package org.jamestandem.testkit;
